//! The two pages of the article, as a person uses them.

use anyhow::{Result, ensure};
use thakim_document::is_han;

use crate::{Browser, PRONUNCIATION};

/// What a person does on the pages, and what they see there.
impl Browser {
    /// Pastes an article into the form and submits it; returns on the page of the annotated article.
    pub async fn annotate(&self, article: &str) -> Result<()> {
        self.until("the form", "document.querySelector('body > .write textarea')").await?;
        self.paste("textarea", article).await?;
        self.click("button[type=submit]").await?;
        let arrived = format!("location.pathname === '{PRONUNCIATION}'");
        self.until("the page of the annotated article", &arrived).await
    }

    /// Waits until all of an article has been annotated, whether all of it is in the page or not.
    pub async fn until_complete(&self, article: &str) -> Result<()> {
        let han = article.chars().filter(|letter| is_han(*letter)).count();
        let counted = format!(
            "Number(document.querySelector('.han-count')?.textContent.replaceAll(/[^0-9]/g, '')) === {han}
             && !document.querySelector('.now button')"
        );
        self.until("the whole article", &counted).await
    }

    /// Waits until every Han character of the article stands annotated, and checks that the page says
    /// so: the count at the foot, the lines, a reading or an empty box for each character.
    pub async fn expect_annotated(&self, article: &str) -> Result<()> {
        let han = article.chars().filter(|letter| is_han(*letter)).count();
        let all = format!("document.querySelectorAll('article ruby').length === {han}");
        self.until("a ruby for every Han character", &all).await?;
        let lines = self.value(LINES).await?;
        let expected: Vec<&str> = article.trim_end_matches('\n').split('\n').collect();
        let found: Vec<&str> = lines
            .as_array()
            .map(|lines| lines.iter().filter_map(|line| line.as_str()).collect())
            .unwrap_or_default();
        ensure!(
            found[..expected.len().min(found.len())] == expected,
            "the lines are not as pasted"
        );
        ensure!(found[expected.len()..].iter().all(|line| line.is_empty()), "lines were added");
        let bare = "[...document.querySelectorAll('article ruby:not(.unknown)')]
            .filter(ruby => !ruby.querySelector('rt').textContent.trim()).length";
        ensure!(self.number(bare).await? == 0, "characters without a reading are not marked");
        Ok(())
    }

    /// Waits until these are the readings over the first characters.
    pub async fn expect_readings(&self, expected: &[&str]) -> Result<()> {
        let expected = serde_json::to_string(expected)?;
        let same = format!(
            "JSON.stringify([...document.querySelectorAll('article rt')].slice(0, {expected}.length)
                .map(rt => rt.textContent)) === JSON.stringify({expected})"
        );
        self.until(&format!("the readings {expected}"), &same).await
    }

    /// Has the panels of choices made, which is so when they are opened for the first time, and leaves them closed.
    pub async fn make_panels(&self) -> Result<()> {
        let open = "(() => {
            for (const details of document.querySelectorAll('details:not(.counted):has(> .panel)')) {
                if (details.querySelector('.panel *')) continue;
                details.querySelector('summary').click();
                details.open = false;
            }
            return 1;
        })()";
        self.number(open).await?;
        let made = "[...document.querySelectorAll('details:not(.counted) > .panel')].every(panel => panel.firstElementChild)";
        self.until("the panels", made).await
    }

    /// Chooses a notation (`TL`, `POJ` …), a style of tones or another of the menu's groups.
    pub async fn choose(&self, group: &str, value: &str) -> Result<()> {
        self.click("details.choices > summary").await?;
        self.click(&format!("label:has(input[name={group}][value={value:?}])")).await?;
        self.click("details.choices > summary").await
    }

    /// Chooses a dialect in the menu by its identifier.
    pub async fn choose_dialect(&self, id: &str) -> Result<()> {
        self.click("details.choices > summary").await?;
        self.click(&format!("select[name=dialect] option[value={id:?}]")).await?;
        self.click("details.choices > summary").await
    }

    /// Chooses a value of an option that only the present notation has.
    pub async fn choose_finer(&self, option: &str, value: &str) -> Result<()> {
        self.click("details.choices > summary").await?;
        self.click("details.finer > summary").await?;
        self.click(&format!("label:has(input[name={option:?}][value={value:?}])")).await?;
        self.click("details.choices > summary").await
    }

    /// Waits until the page says that it is ready offline.
    pub async fn until_ready_offline(&self) -> Result<()> {
        self.until("ready offline", "document.querySelector('[data-offline=ready]')").await
    }

    /// How many files and how many release records this browser keeps.
    pub async fn kept(&self) -> Result<[u64; 2]> {
        let kept = "Promise.all([
            caches.open('thakim-content-1').then(cache => cache.keys()).then(keys => keys.length),
            caches.open('thakim-releases-1').then(cache => cache.keys()).then(keys =>
                keys.filter(key => new URL(key.url).pathname.startsWith('/release/')).length)])";
        Ok(serde_json::from_value(self.awaited(kept).await?)?)
    }

    /// Types a text into the form, as quickly as the clipboard does.
    pub async fn write(&self, text: &str) -> Result<()> {
        self.until("the form", "document.querySelector('body > .write textarea')").await?;
        // Nobody types before the page has asked for what was kept.
        let open = "globalThis.thakimOpen || (indexedDB.databases().then(all =>
            { globalThis.thakimOpen = all.length > 0; }), false)";
        self.until("the database", open).await?;
        // Whoever opens it later waits for those before.
        let opened = "new Promise(done => { indexedDB.open('thakim').onsuccess = ({ target }) =>
            { target.result.close(); done(1); }; })";
        self.awaited(opened).await?;
        self.paste("textarea", text).await
    }

    /// Waits until the form holds this text.
    pub async fn expect_draft(&self, text: &str) -> Result<()> {
        let same = format!(
            "document.querySelector('body > .write textarea')?.value === {}",
            serde_json::to_string(text)?
        );
        self.until("the draft", &same).await
    }

    /// The build id of the release that this page was started with.
    pub async fn build(&self) -> Result<String> {
        self.until("the page", "globalThis.thakimBoot").await?;
        self.text("thakimBoot.release.build").await
    }

    /// Presses the button that is named so.
    pub async fn press(&self, name: &str) -> Result<()> {
        let button = format!(
            "[...document.querySelectorAll('button')].find(button => button.innerText === {name:?})"
        );
        self.until(&format!("the button {name}"), &button).await?;
        self.value(&format!("({button}.click(), 1)")).await?;
        Ok(())
    }

    /// Waits until the page says this somewhere.
    pub async fn until_it_says(&self, words: &str) -> Result<()> {
        self.until(words, &format!("document.body.innerText.includes({words:?})")).await
    }

    /// Fails if the page is wider than the window.
    pub async fn expect_no_sideways_scrolling(&self) -> Result<()> {
        let wide = self.number("document.documentElement.scrollWidth").await?;
        // `innerWidth` grows with what is too wide for a phone.
        let window = self.number("document.documentElement.clientWidth").await?;
        ensure!(wide <= window, "the page is {wide} px wide in a window of {window}");
        let panels = self
            .value(
                "[...document.querySelectorAll('.panel, dialog, .why, .check')]
                    .filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth)
                    .map(one => `${one.parentElement.className} ${one.className}`)",
            )
            .await?;
        ensure!(panels == serde_json::json!([]), "what scrolls sideways: {panels}");
        Ok(())
    }

    /// Fails if the page broke its Content-Security-Policy or threw an error.
    pub async fn expect_no_offence(&self) -> Result<()> {
        let offences = self.value("globalThis.thakimOffences").await?;
        ensure!(offences == serde_json::json!([]), "the page offended: {offences}");
        Ok(())
    }
}

/// The text of every paragraph without its readings.
const LINES: &str = "[...document.querySelectorAll('article p.para')].map(line => {
    const copy = line.cloneNode(true);
    copy.querySelectorAll('rt, rp, .said').forEach(reading => reading.remove());
    return copy.textContent;
})";
