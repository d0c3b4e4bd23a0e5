//! A browser without a window on any desk, by way of its driver.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::Capabilities;
use thirtyfour::prelude::*;

use crate::engine::{Driver, Engine};

/// How long the page may take for anything before a test gives up. No test measures with it: it only
/// ends a run that would hang.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Runs before every page: notes what the page must not do, and counts what it asks of its worker.
const WATCH: &str = "
    globalThis.thakimOffences = [];
    globalThis.thakimPosts = 0;
    addEventListener('securitypolicyviolation', event =>
        thakimOffences.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
    addEventListener('error', event => thakimOffences.push(String(event.message)));
    addEventListener('unhandledrejection', event => thakimOffences.push(String(event.reason)));
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...message) {
        thakimPosts += 1;
        return post.apply(this, message);
    };
";

/// What a browser remembers between two starts.
pub struct Profile(TempDir);

impl Profile {
    /// An empty one.
    pub fn new() -> Result<Profile> {
        Ok(Profile(tempfile::Builder::new().prefix("thakim-profile-").tempdir()?))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

/// A running browser with one window.
pub struct Browser {
    /// The window.
    pub driver: WebDriver,
    /// Ends with the browser.
    _process: Driver,
}

impl Browser {
    /// Starts Chromium with this memory.
    pub async fn start(profile: &Profile) -> Result<Browser> {
        let browser = Browser::start_in(Engine::Chromium, profile).await?;
        browser.before_every_page(WATCH).await?;
        Ok(browser)
    }

    /// Starts an engine with this memory. Only Chromium takes scripts to run before every page, looks as
    /// it is asked to, and speaks the DevTools protocol.
    pub async fn start_in(engine: Engine, profile: &Profile) -> Result<Browser> {
        let process = engine.start().await?;
        let Value::Object(wanted) = engine.capabilities(profile.path()) else {
            bail!("the capabilities of {engine} are no object")
        };
        let address = format!("http://127.0.0.1:{}", process.port);
        let driver = WebDriver::new(address, Capabilities::from(wanted)).await?;
        // They are slower on a busy machine.
        let patience = if engine == Engine::Chromium { PATIENCE } else { 2 * PATIENCE };
        driver.set_script_timeout(patience).await?;
        driver.set_page_load_timeout(patience).await?;
        Ok(Browser { driver, _process: process })
    }

    /// Runs a script in every page from now on, before anything of the page itself.
    pub async fn before_every_page(&self, script: &str) -> Result<()> {
        let script = json!({ "source": script });
        self.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
        Ok(())
    }

    /// Closes the browser; the profile keeps what it remembers.
    pub async fn quit(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }

    /// Opens an address.
    pub async fn open(&self, url: &str) -> Result<()> {
        Ok(self.driver.goto(url).await?)
    }

    /// What a JavaScript expression is.
    pub async fn value(&self, expression: &str) -> Result<Value> {
        let script = format!("return ({expression});");
        let answer = self.driver.execute(script, Vec::new()).await;
        Ok(answer.with_context(|| format!("evaluating {expression}"))?.json().clone())
    }

    /// The text that a JavaScript expression is.
    pub async fn text(&self, expression: &str) -> Result<String> {
        match self.value(expression).await? {
            Value::String(text) => Ok(text),
            other => bail!("{expression} is {other}, expected a text"),
        }
    }

    /// The number that a JavaScript expression is.
    pub async fn number(&self, expression: &str) -> Result<u64> {
        let value = self.value(expression).await?;
        value.as_u64().ok_or_else(|| anyhow!("{expression} is {value}, expected a number"))
    }

    /// Waits, frame by frame in the page itself, until a JavaScript expression is true. The page may
    /// change its address meanwhile, but not load anew.
    pub async fn until(&self, what: &str, expression: &str) -> Result<()> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const look = () => {{ if ({expression}) done(true); else setTimeout(look, 20); }};
             look();"
        );
        match self.driver.execute_async(script, Vec::new()).await {
            Ok(_) => Ok(()),
            Err(error) => {
                let url = self.driver.current_url().await.map(String::from).unwrap_or_default();
                let page = self.text("document.body.innerText.slice(0, 600)").await;
                Err(anyhow!("waited in vain for {what} at {url}: {error}\nThe page says: {page:?}"))
            }
        }
    }

    /// The same where the page loads anew meanwhile, which ends a script that waits in it: then it is
    /// waited for in the page that came.
    pub async fn until_across_loads(&self, what: &str, expression: &str) -> Result<()> {
        let mut last = None;
        let wait = async {
            while let Err(error) = self.until(what, expression).await {
                last = Some(error);
            }
        };
        let waited = tokio::time::timeout(PATIENCE, wait).await;
        waited.with_context(|| format!("{what}, also after loading anew; at last: {last:?}"))
    }

    /// What a JavaScript promise becomes.
    pub async fn awaited(&self, promise: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             Promise.resolve({promise}).then(value => done([value ?? null]), error => done(String(error)));"
        );
        let answer = self.driver.execute_async(script, Vec::new()).await;
        match answer.with_context(|| format!("awaiting {promise}"))?.json() {
            Value::Array(value) => Ok(value[0].clone()),
            error => bail!("{promise} fails: {error}"),
        }
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let answer = self.driver.cdp().send_raw(command, parameters).await;
        answer.with_context(|| format!("sending {command}"))
    }

    /// The first element of a CSS selector.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        let found = self.driver.find(By::Css(selector)).await;
        found.with_context(|| format!("looking for {selector}"))
    }

    /// Clicks the first element of a CSS selector.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let clicked = self.find(selector).await?.click().await;
        clicked.with_context(|| format!("clicking {selector}"))
    }

    /// Pastes a text into a field, as one input event, as the clipboard does.
    pub async fn paste(&self, selector: &str, text: &str) -> Result<()> {
        let script = "const [field, text] = arguments;
             field.focus();
             field.value = text;
             field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
        let field = self.find(selector).await?.to_json()?;
        self.driver.execute(script, vec![field, json!(text)]).await?;
        Ok(())
    }

    /// Sets the window's size in CSS pixels and whether the person prefers dark colours.
    pub async fn look_as(&self, width: u32, height: u32, dark: bool) -> Result<()> {
        let cdp = self.driver.cdp();
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 2, "mobile": width < 600,
        });
        cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        let scheme = if dark { "dark" } else { "light" };
        let feature = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        cdp.send_raw("Emulation.setEmulatedMedia", feature).await?;
        Ok(())
    }

    /// Keeps a picture of the window in the folder that `THAKIM_PICTURES` names, if it names one.
    pub async fn picture(&self, name: &str) -> Result<()> {
        if let Some(folder) = env::var_os("THAKIM_PICTURES").map(PathBuf::from) {
            fs::create_dir_all(&folder)?;
            let still = "document.getAnimations().every(one => one.playState !== 'running')";
            self.until("the end of all motion", still).await?;
            self.driver.screenshot(&folder.join(format!("{name}.png"))).await?;
        }
        Ok(())
    }
}
