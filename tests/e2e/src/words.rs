//! The words of the annotated article, as a person goes through them by keyboard.

use anyhow::Result;
use thirtyfour::{Key, TypingData};

use crate::{Browser, INPUT, Profile, Site};

/// The words of the article as `surface(readings)`, corrected ones with a star: JavaScript.
pub const WORDS: &str = "[...document.querySelectorAll('article .w')].map(word =>
    (word.matches('.corrected') ? '*' : '')
    + [...word.querySelectorAll('ruby')].map(ruby => ruby.firstChild.textContent).join('')
    + '(' + [...word.querySelectorAll('rt')].map(rt => rt.textContent.trim()).join(' ') + ')')";

impl Browser {
    /// A new browser that shows a text annotated, every character of it.
    pub async fn reading(site: &Site, text: &str) -> Result<Browser> {
        let browser = Browser::start(&Profile::new()?).await?;
        browser.open(&site.url(INPUT)).await?;
        browser.annotate(text).await?;
        browser.until_settled(text).await?;
        Ok(browser)
    }

    /// Waits until a text stands there annotated and nothing more is coming.
    pub async fn until_settled(&self, text: &str) -> Result<()> {
        self.expect_annotated(text).await?;
        self.until("the end of the annotation", "!document.querySelector('.now button')").await
    }

    /// Presses keys where the focus is.
    pub async fn key(&self, key: impl Into<TypingData>) -> Result<()> {
        Ok(self.driver.active_element().await?.send_keys(key).await?)
    }

    /// Waits until the word at an index is this: see [`WORDS`].
    pub async fn expect_word(&self, index: usize, expected: &str) -> Result<()> {
        let expected = serde_json::to_string(expected)?;
        let is_it = format!("{WORDS}[{index}] === {expected}");
        self.until(&format!("{expected} at {index}"), &is_it).await
    }

    /// The index of the first word of these characters, from an index on.
    pub async fn index_of(&self, surface: &str, from: usize) -> Result<usize> {
        let is_it = format!("word.replace('*', '').startsWith('{surface}(')");
        let found = format!("{WORDS}.findIndex((word, at) => at >= {from} && {is_it})");
        Ok(self.number(&found).await? as usize)
    }

    /// Gives the word at an index the focus, by arrow keys.
    pub async fn focus_word(&self, index: usize) -> Result<()> {
        self.click("article .w").await?;
        let panel = "document.querySelector('.why .candidates, .why .entry')";
        self.until("the panel", panel).await?;
        self.key(Key::Escape).await?;
        self.until("its end", "!document.querySelector('.why')").await?;
        for _ in 0..index {
            self.key(Key::Right).await?;
        }
        let word = format!("document.querySelectorAll('article .w')[{index}]");
        self.until("the word", &format!("document.activeElement === {word}")).await
    }

    /// Opens the panel of the word at an index.
    pub async fn open_word(&self, index: usize) -> Result<()> {
        self.focus_word(index).await?;
        self.key(Key::Enter).await?;
        self.until("the panel", "document.activeElement.closest('.why')").await
    }

    /// Waits until the panel is closed and the focus is on a word.
    pub async fn until_panel_closed(&self) -> Result<()> {
        self.until("the end of the panel", "!document.querySelector('.why')").await?;
        self.until("the focus on a word", "document.activeElement.matches('article .w')").await
    }
}
