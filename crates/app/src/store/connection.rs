//! One connection to the database for the whole page, opened when it is first asked for.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

use futures_channel::oneshot;
use wasm_bindgen_futures::spawn_local;

use super::database::Opening;
use super::{ArticleId, Database, StoreError};

/// The page's way to the database; cheap to clone.
#[derive(Clone)]
pub struct Connection(Rc<Inner>);

struct Inner {
    name: String,
    state: RefCell<State>,
    bell: RefCell<Option<Bell>>,
}

/// Tells all tabs of changes, this one too.
struct Bell {
    /// Missing where the browser has none.
    channel: Option<BroadcastChannel>,
    heard: Rc<dyn Fn(ArticleId)>,
}

type Opened = Result<Rc<Database>, StoreError>;

enum State {
    NotYet,
    /// Those who wait for it.
    Opening(Vec<oneshot::Sender<Opened>>),
    /// Another tab holds an older version open; it is still being waited for.
    Blocked,
    Open(Rc<Database>),
}

impl Connection {
    /// A connection to the database of this name. Nothing is opened yet.
    pub fn new(name: &str) -> Connection {
        Connection(Rc::new(Inner {
            name: name.to_owned(),
            state: RefCell::new(State::NotYet),
            bell: RefCell::new(None),
        }))
    }

    /// Hears of every article that is changed, in whichever tab, from now on.
    pub fn on_change(&self, heard: impl Fn(ArticleId) + 'static) {
        let heard = Rc::new(heard);
        let channel = BroadcastChannel::new(&format!("{}-articles", self.0.name)).ok();
        if let Some(channel) = &channel {
            let heard = Rc::clone(&heard);
            let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some(id) = event.data().as_string() {
                    heard(ArticleId(id));
                }
            });
            // Lives as long as the page.
            channel.set_onmessage(Some(hear.into_js_value().unchecked_ref()));
        }
        *self.0.bell.borrow_mut() = Some(Bell { channel, heard });
    }

    /// Tells all tabs that an article has changed.
    pub fn ring(&self, id: &ArticleId) {
        let heard = self.0.bell.borrow().as_ref().map(|bell| {
            if let Some(channel) = &bell.channel {
                // A list that is not told is old until it is opened again.
                let _ = channel.post_message(&id.0.as_str().into());
            }
            Rc::clone(&bell.heard)
        });
        if let Some(heard) = heard {
            heard(id.clone());
        }
    }

    /// The database, if it is open already: who is leaving has no time to wait.
    pub fn open_now(&self) -> Option<Rc<Database>> {
        match &*self.0.state.borrow() {
            State::Open(database) if !database.is_closed() => Some(Rc::clone(database)),
            _ => None,
        }
    }

    /// The database.
    ///
    /// # Errors
    /// As [`Database::open`]. One that could not be opened is tried again the next time.
    pub async fn database(&self) -> Opened {
        if let Some(database) = self.open_now() {
            return Ok(database);
        }
        let (told, opened) = oneshot::channel();
        {
            let mut state = self.0.state.borrow_mut();
            match &mut *state {
                State::Opening(waiting) => waiting.push(told),
                State::Blocked => return Err(StoreError::Blocked),
                State::NotYet | State::Open(_) => {
                    *state = State::Opening(vec![told]);
                    spawn_local(self.clone().begin());
                }
            }
        }
        opened.await.unwrap_or_else(|_| Err(StoreError::Failed("not opened".to_owned())))
    }

    async fn begin(self) {
        let opened = match Database::opening(&self.0.name).await {
            Opening::Done(opened) => opened,
            Opening::Blocked(opening) => {
                self.tell(State::Blocked, &Err(StoreError::Blocked));
                opening.await
            }
        }
        .map(Rc::new);
        let state = match &opened {
            Ok(database) => State::Open(Rc::clone(database)),
            Err(_) => State::NotYet,
        };
        self.tell(state, &opened);
    }

    fn tell(&self, state: State, opened: &Opened) {
        if let State::Opening(waiting) = self.0.state.replace(state) {
            for one in waiting {
                let _ = one.send(opened.clone());
            }
        }
    }
}
