//! The articles of this browser, as the pages that list them see them.

use leptos::prelude::*;

use super::Shell;
use crate::effect::effect;
use crate::signal::{RwSignal, StoredValue};
use crate::store::{ArticleId, StoreError, Summary, Told, Whole};

/// The articles; cheap to copy.
#[derive(Clone, Copy)]
pub struct Shelf {
    /// All of them, those that were changed last first; none before they have been looked at.
    pub articles: RwSignal<Option<Vec<Summary>>>,
    /// What the desk did by itself, and has not been read yet.
    pub told: RwSignal<Option<Told>>,
    /// What the article that was deleted last is called, as long as it can be had back.
    pub deleted: RwSignal<Option<String>>,
    /// Counts the changes, those of other tabs too.
    changes: RwSignal<u32>,
    bin: StoredValue<Option<Deleted>>,
}

struct Deleted {
    whole: Whole,
    /// Whether it lay on this tab's desk.
    was_here: bool,
}

impl Shelf {
    pub(super) fn new() -> Shelf {
        Shelf {
            articles: RwSignal::new(None),
            told: RwSignal::new(None),
            deleted: RwSignal::new(None),
            changes: RwSignal::new(0),
            bin: StoredValue::new(None),
        }
    }

    /// Follows what is done to articles, in this tab and in others.
    pub(super) fn follow(self, shell: Shell) {
        shell.desk().on_told(move |told| {
            self.told.set(Some(told).filter(|told| *told == Told::Copied));
            self.changed();
        });
        shell.connection().on_change(move |id| {
            leptos::task::spawn_local(async move {
                shell.desk().heard_of(&id).await;
                self.changed();
            });
        });
    }

    /// Something is otherwise now: another article on the desk, another name.
    pub fn changed(self) {
        self.changes.update(|count| *count = count.wrapping_add(1));
    }

    /// Has the list looked at again whenever something changes, as long as the view that asks is there.
    pub fn keep_in_view(self, shell: Shell) {
        let looking = StoredValue::new(false);
        effect(move |_| {
            self.changes.track();
            // While somebody types, one look is enough for several changes.
            if looking.get_value() {
                return;
            }
            looking.set_value(true);
            leptos::task::spawn_local(async move {
                crate::time::idle().await;
                if looking.try_set_value(false).is_some() {
                    return;
                }
                self.look(shell).await;
            });
        });
        on_cleanup(move || self.empty_bin());
    }

    async fn look(self, shell: Shell) {
        let found = match shell.connection().database().await {
            Ok(database) => database.summaries().await,
            Err(error) => Err(error),
        };
        // Where nothing can be read there is nothing to list; that it is so is told where it is kept.
        let found = found.unwrap_or_default();
        if self.articles.with_untracked(|articles| articles.as_ref() != Some(&found)) {
            self.articles.set(Some(found));
        }
    }

    /// What the article of this tab is called; empty where it has no name and no text.
    pub fn title(self, shell: Shell) -> String {
        self.changes.track();
        shell.desk().summary().title().to_owned()
    }

    /// Names an article; an empty name has it called after its first line.
    ///
    /// # Errors
    /// [`StoreError`] when the name cannot be kept.
    pub async fn rename(self, shell: Shell, id: ArticleId, name: String) -> Result<(), StoreError> {
        let desk = shell.desk();
        let renamed = if desk.summary().id == id {
            let renaming = desk.rename(&name);
            self.changed();
            renaming.await
        } else {
            shell.connection().database().await?.rename(&id, name.trim()).await
        };
        shell.connection().ring(&id);
        renamed
    }

    /// Deletes an article. It can be had back until the next one is deleted or the list is left.
    ///
    /// # Errors
    /// [`StoreError`] when it is still there.
    pub async fn delete(self, shell: Shell, id: ArticleId) -> Result<(), StoreError> {
        let database = shell.connection().database().await?;
        let Some(whole) = database.whole(&id).await? else { return Ok(()) };
        let was_here = shell.desk().summary().id == id;
        if was_here {
            shell.desk().start_new();
        }
        database.remove(&id)?.await?;
        self.deleted.set(Some(whole.summary.title().to_owned()));
        self.bin.set_value(Some(Deleted { whole, was_here }));
        shell.connection().ring(&id);
        Ok(())
    }

    /// Puts back what was deleted last. Whether it lies on this tab's desk again.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be kept; it can still be had back then.
    pub async fn put_back(self, shell: Shell) -> Result<bool, StoreError> {
        let found = self.bin.with_value(|bin| {
            bin.as_ref().map(|deleted| (deleted.whole.clone(), deleted.was_here))
        });
        let Some((whole, was_here)) = found else { return Ok(false) };
        shell.connection().database().await?.put_whole(&whole)?.await?;
        self.empty_bin();
        let returns = was_here && shell.desk().summary().created == 0.0;
        if returns {
            shell.desk().open_article(&whole.summary.id);
        }
        shell.connection().ring(&whole.summary.id);
        Ok(returns)
    }

    fn empty_bin(self) {
        self.bin.try_set_value(None);
        self.deleted.try_set(None);
    }
}
