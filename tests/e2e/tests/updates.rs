//! A new release: it asks, it loses nothing, it can be taken back; and what mends a broken one.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thakim_e2e::release::{Before, next_release, write};
use thakim_e2e::{Browser, INPUT, Line, PATIENCE, Profile, Site, Weather};

type Test = Result<()>;

const DRAFT: &str = "今仔日天氣真好。";

/// Has the browser look for a new release, and waits until it asks.
async fn until_it_asks(browser: &Browser) -> Test {
    browser.until("the copy's keeper", "globalThis.thakimBoot?.copy").await?;
    browser.awaited("thakimBoot.copy.check()").await?;
    browser.until_it_says("有新版本。").await
}

async fn until_it_runs(browser: &Browser, build: &str) -> Test {
    let runs = format!("globalThis.thakimBoot?.release.build === {build:?}");
    browser.until_across_loads("the other release", &runs).await?;
    browser
        .until("the page", "document.querySelector('body > main, body > :not(#boot) main')")
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_with_two_tabs_open_loses_nothing() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    let old = browser.build().await?;
    let worker = browser.text("thakimBoot.release.worker.url").await?;
    let one = browser.driver.window().await?;
    let two = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(two.clone()).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;

    // The old release's own files are gone from the server at once.
    let new = next_release(&site.server.site(), 'b', Before::Goes)?;
    until_it_asks(&browser).await?;
    browser.driver.switch_to_window(one.clone()).await?;
    browser.until_it_says("有新版本。").await?;
    ensure!(browser.build().await? == old, "taken over unasked");

    // Both are written in, and the update comes before either draft would have been put away.
    browser.driver.switch_to_window(two.clone()).await?;
    browser.write("第二個分頁的草稿").await?;
    browser.driver.switch_to_window(one.clone()).await?;
    browser.write(DRAFT).await?;
    browser.press("更新").await?;
    until_it_runs(&browser, &new).await?;
    browser.expect_draft(DRAFT).await?;
    browser.until_ready_offline().await?;

    // The other tab goes on with its release, whose files only this machine has.
    browser.driver.switch_to_window(two.clone()).await?;
    ensure!(browser.build().await? == old, "the other tab was taken over");
    browser.expect_draft("第二個分頁的草稿").await?;
    browser.until_it_says("別的分頁已經換成新版本").await?;
    let status = format!("fetch({worker:?}).then(answer => answer.status)");
    ensure!(browser.awaited(&status).await? == json!(200), "its worker is gone");
    browser.annotate("測試").await?;
    browser.expect_annotated("測試").await?;
    ensure!(browser.kept().await?[1] == 2, "not both releases are kept");
    browser.press("重新載入").await?;
    until_it_runs(&browser, &new).await?;
    browser.expect_annotated("測試").await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_stays_while_a_tab_uses_it_and_the_one_before_stays() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    let first = browser.build().await?;
    let one = browser.driver.window().await?;
    let two = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(two.clone()).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;

    let has_first = format!("caches.match('/release/{first}').then(Boolean)");
    for mark in ['b', 'c'] {
        let new = next_release(&site.server.site(), mark, Before::Stays)?;
        until_it_asks(&browser).await?;
        browser.press("更新").await?;
        until_it_runs(&browser, &new).await?;
        browser.until_ready_offline().await?;
        // The first tab still runs the first release.
        ensure!(browser.awaited(&has_first).await? == json!(true), "a release in use is gone");
    }
    ensure!(browser.kept().await?[1] == 3);
    browser.driver.switch_to_window(one).await?;
    ensure!(browser.build().await? == first);
    browser.annotate("測試").await?;
    browser.expect_annotated("測試").await?;
    browser.driver.close_window().await?;

    // Nobody uses the first any more; the second is the one before, and stays.
    browser.driver.switch_to_window(two).await?;
    browser.driver.refresh().await?;
    browser.until_ready_offline().await?;
    ensure!(
        browser.awaited(&has_first).await? == json!(false),
        "a release that nobody uses is kept"
    );
    ensure!(browser.kept().await?[1] == 2);
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_release_that_cannot_be_had_whole_changes_nothing() -> Test {
    let site = Site::start()?;
    let line = Line::to(site.server.address()).await?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    let old = browser.build().await?;
    browser.write(DRAFT).await?;

    let new = next_release(&site.server.site(), 'b', Before::Stays)?;
    let page = site.server.site().join("index.html");
    let index = fs::read_to_string(&page)?;
    write(&page, &index.replace("讀音", "讀晉"))?;
    browser.awaited("thakimBoot.copy.check()").await?;
    let over = "globalThis.over || (navigator.serviceWorker.getRegistration().then(one =>
        { globalThis.over = !one.installing && !one.waiting; }), false)";
    browser.until("the end of the new worker", over).await?;
    browser.open(&line.url(INPUT)).await?;
    browser.expect_draft(DRAFT).await?;
    ensure!(browser.build().await? == old);
    browser.until_ready_offline().await?;

    write(&page, &index)?;
    until_it_asks(&browser).await?;
    browser.press("更新").await?;
    until_it_runs(&browser, &new).await?;
    browser.expect_draft(DRAFT).await?;
    line.turn(Weather::Dead);
    browser.open(&line.url(INPUT)).await?;
    browser.annotate("測試").await?;
    browser.expect_annotated("測試").await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn later_means_later() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    let old = browser.build().await?;
    let new = next_release(&site.server.site(), 'b', Before::Goes)?;
    until_it_asks(&browser).await?;
    browser.press("晚點").await?;
    browser.until("silence", "!document.querySelector('.update p')").await?;
    browser.driver.refresh().await?;
    browser.until_it_says("有新版本。").await?;
    ensure!(browser.build().await? == old);
    browser.press("更新").await?;
    until_it_runs(&browser, &new).await?;
    browser.until_ready_offline().await?;
    browser.quit().await
}

/// While the word stands in the tab's storage the new release's worker is never told to take over, and it is waited
/// for half a second only.
const HELD: &str = "
    const { setTimeout: later } = globalThis;
    const isHeld = () => sessionStorage.getItem('held');
    globalThis.setTimeout = (act, after, ...rest) => later(act, isHeld() && after === 45_000 ? 500 : after, ...rest);
    const { postMessage } = ServiceWorker.prototype;
    ServiceWorker.prototype.postMessage = function (message, ...rest) {
        if (message.type === 'take-over' && isHeld()) return;
        postMessage.call(this, message, ...rest);
    };";

#[tokio::test(flavor = "multi_thread")]
async fn a_release_that_cannot_take_over_yet_is_said_to_and_loses_nothing() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.before_every_page(HELD).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    let old = browser.build().await?;
    browser.value("(sessionStorage.setItem('held', '1'), 1)").await?;
    let new = next_release(&site.server.site(), 'b', Before::Goes)?;
    until_it_asks(&browser).await?;
    browser.write(DRAFT).await?;
    browser.press("更新").await?;
    browser.until_it_says("新版本現在還換不過來").await?;
    ensure!(browser.build().await? == old, "loaded anew all the same");
    browser.expect_draft(DRAFT).await?;

    // It can now.
    browser.value("(sessionStorage.removeItem('held'), 1)").await?;
    browser.press("更新").await?;
    until_it_runs(&browser, &new).await?;
    browser.expect_draft(DRAFT).await?;
    browser.until_ready_offline().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_kill_switch_takes_the_copy_and_no_draft() -> Test {
    let site = Site::start()?;
    let profile = Profile::new()?;
    let browser = Browser::start(&profile).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    browser.write(DRAFT).await?;

    let (own, off) = (site.server.site().join("sw.js"), site.server.site().join("kill-switch.js"));
    let kept = fs::read_to_string(&own)?;
    write(&own, &fs::read_to_string(off)?)?;
    browser
        .awaited(
            "navigator.serviceWorker.getRegistration().then(one => one.update()).then(() => 1)",
        )
        .await?;
    let gone = "globalThis.gone || (caches.keys().then(keys => { globalThis.gone = keys.length === 0; }), false)";
    browser.until("the end of the copy", gone).await?;
    let alone = "globalThis.alone || (navigator.serviceWorker.getRegistrations().then(all =>
        { globalThis.alone = all.length === 0; }), false)";
    browser.until("the end of the worker", alone).await?;
    browser.expect_draft(DRAFT).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.expect_draft(DRAFT).await?;
    ensure!(browser.awaited("caches.keys().then(keys => keys.length)").await? == json!(0));
    browser.annotate(DRAFT).await?;
    browser.expect_annotated(DRAFT).await?;

    // Taken back, and the browser started anew.
    write(&own, &kept)?;
    browser.quit().await?;
    let browser = Browser::start(&profile).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

/// What makes a page fail while a word stands in the tab's storage: a program that cannot start, and one
/// that does not even get as far as saying so.
const SABOTAGE: &str = "
    if (sessionStorage.getItem('sabotage') === 'loud') delete globalThis.WebAssembly;
    if (sessionStorage.getItem('sabotage') === 'silent') Document.prototype.getElementById = () => null;";

async fn sabotaged(how: &str) -> Result<(Site, Line, Browser)> {
    let site = Site::start()?;
    let line = Line::to(site.server.address()).await?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.before_every_page(SABOTAGE).await?;
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    browser.write(DRAFT).await?;
    browser.value(&format!("sessionStorage.setItem('sabotage', '{how}')")).await?;
    line.requests();
    Ok((site, line, browser))
}

async fn expect_mended(browser: Browser, line: &Line) -> Test {
    browser.value("sessionStorage.removeItem('sabotage')").await?;
    browser.open(&line.url(INPUT)).await?;
    browser.expect_draft(DRAFT).await?;
    browser.until_ready_offline().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_failed_starts_drop_the_copy_and_no_draft() -> Test {
    let (_site, line, browser) = sabotaged("loud").await?;
    browser.open(&line.url(INPUT)).await?;
    browser.until_it_says("WebAssembly").await?;
    line.requests();
    browser.open(&line.url(INPUT)).await?;
    // It loads itself anew, from the server.
    let is_script = |path: &String| path.ends_with(".js") && path != "/sw.js";
    let fetched = async {
        let mut looks = tokio::time::interval(Duration::from_millis(20));
        while !line.requests().iter().any(is_script) {
            looks.tick().await;
        }
    };
    let fetched = tokio::time::timeout(PATIENCE, fetched).await;
    fetched.context("the page never loaded itself anew from the server")?;
    expect_mended(browser, &line).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_starts_that_never_speak_drop_the_copy_and_no_draft() -> Test {
    let (_site, line, browser) = sabotaged("silent").await?;
    for _ in 0..2 {
        browser.open(&line.url(INPUT)).await?;
    }
    let asked = |line: &Line| line.requests().into_iter().filter(|path| path != "/sw.js").count();
    ensure!(asked(&line) == 0, "dropped too early");
    browser.open(&line.url(INPUT)).await?;
    ensure!(asked(&line) > 1, "not fetched from the server");
    expect_mended(browser, &line).await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_server_failed_starts_drop_nothing() -> Test {
    let (_site, line, browser) = sabotaged("silent").await?;
    let kept = browser.kept().await?;
    for weather in [Weather::Dead, Weather::Captured] {
        line.turn(weather);
        for _ in 0..4 {
            browser.open(&line.url(INPUT)).await?;
        }
        ensure!(browser.kept().await? == kept, "dropped in {weather:?}");
    }
    expect_mended(browser, &line).await
}
