//! The copy that is kept for offline use: verified, whole, mended, and enough for everything.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thakim_e2e::{Browser, INPUT, Line, PRONUNCIATION, Profile, Site, Weather, article};

type Test = Result<()>;

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_a_flipped_bit_makes_no_release() -> Test {
    let site = Site::start_spoilt(|site| {
        let dictionary: PathBuf = fs::read_dir(site.join("a"))?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .find(|path| path.extension().is_some_and(|extension| extension == "dict"))
            .context("no dictionary under a/")?;
        let mut bytes = fs::read(&dictionary)?;
        bytes[1000] ^= 0x10;
        fs::write(&dictionary, bytes)?;
        for packed in ["dict.br", "dict.gz"] {
            fs::remove_file(dictionary.with_extension(packed))?;
        }
        Ok(())
    })?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until("the failure", "globalThis.thakimBoot?.offline.state === 'failed'").await?;
    browser.until_it_says("還不能離線使用").await?;
    ensure!(browser.kept().await?[1] == 0, "a release counts that is not whole");
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_browser_removes_is_fetched_again() -> Test {
    let mut site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    let [files, records] = browser.kept().await?;
    ensure!(files > 10 && records == 1, "{files} files and {records} releases are kept");

    let remove = "caches.open('thakim-content-1').then(cache => cache.keys().then(keys =>
        Promise.all(keys.filter((_, index) => index % 2 === 0).map(key => cache.delete(key)))))";
    browser.awaited(remove).await?;
    ensure!(browser.kept().await?[0] < files);

    browser.driver.refresh().await?;
    browser.until_ready_offline().await?;
    ensure!(browser.kept().await? == [files, 1]);
    site.server.stop()?;
    browser.driver.refresh().await?;
    browser.annotate("測試").await?;
    browser.expect_annotated("測試").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

/// Once ready, nothing is asked of the server any more: the browser alone looks whether there is a
/// newer `/sw.js`. Then there is no server, and everything still works.
#[tokio::test(flavor = "multi_thread")]
async fn every_page_works_without_a_request() -> Test {
    let mut site = Site::start()?;
    let line = Line::to(site.server.address()).await?;
    let profile = Profile::new()?;
    let text = article("modern.txt")?;
    let browser = Browser::start(&profile).await?;
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    browser.quit().await?;

    line.requests();
    use_everything(&profile, &line, &text).await?;
    let asked: Vec<String> = line.requests().into_iter().filter(|path| path != "/sw.js").collect();
    ensure!(asked.is_empty(), "asked of the server: {asked:?}");

    site.server.stop()?;
    line.turn(Weather::Dead);
    use_everything(&profile, &line, &text).await
}

async fn use_everything(profile: &Profile, line: &Line, text: &str) -> Test {
    let browser = Browser::start(profile).await?;
    for path in ["/", "/article_pronunciation/input", "/help/", "/about/", "/dictionary/", INPUT] {
        browser.open(&line.url(path)).await?;
        browser
            .until("the page", "document.querySelector('body > main, body > :not(#boot) main')")
            .await?;
        browser.until_ready_offline().await?;
    }
    browser.annotate(text).await?;
    browser.expect_annotated(text).await?;
    browser.choose("notation", "POJ").await?;
    browser.click("#check-button").await?;
    browser.until("the list", "document.querySelector('.check li button')").await?;
    browser.number("(document.querySelector('.check .close').click(), 1)").await?;
    browser.number("(document.querySelectorAll('.w.uncertain')[2].click(), 1)").await?;
    browser.until("the panel", "document.querySelector('.reasons .sources')").await?;
    // Every font that the page has, also those that this text does not need.
    let fonts = browser.awaited(
        "Promise.all([...document.fonts].map(font => font.load())).then(all => all.length)",
    );
    let fonts = fonts.await?;
    ensure!(fonts == json!(4), "fonts that came: {fonts}, not four");
    browser.open(&line.url(PRONUNCIATION)).await?;
    browser.expect_annotated(text).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_about_this_copy_tells_the_truth() -> Test {
    let site = Site::start()?;
    let line = Line::to(site.server.address()).await?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&line.url("/about/")).await?;
    browser.until_ready_offline().await?;
    let build = browser.build().await?;
    browser.until_it_says(&build).await?;
    browser
        .until("the room taken", "/MB，最多/.test(document.querySelector('#room').innerText)")
        .await?;
    browser.press("核對每個檔案").await?;
    browser.until_it_says("完全相同").await?;
    browser.press("檢查更新").await?;
    browser.until_it_says("這就是最新的版本").await?;

    // Two files rot on the disk, one is gone.
    browser.awaited(ROT).await?;
    line.turn(Weather::Dead);
    browser.press("核對每個檔案").await?;
    browser.until_it_says("3 個缺少或受損，還有 3 個沒補齊").await?;
    browser.press("檢查更新").await?;
    browser.until_it_says("連不到伺服器").await?;
    line.turn(Weather::Good);
    browser.press("核對每個檔案").await?;
    browser.until_it_says("3 個缺少或受損，已經重新下載，現在都對了").await?;
    browser.press("核對每個檔案").await?;
    browser.until_it_says("完全相同").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

/// Flips a bit in two files of the store, and removes a third.
const ROT: &str = "caches.open('thakim-content-1').then(async cache => {
    const keys = await cache.keys();
    for (const key of [keys[1], keys.at(-2)]) {
        const kept = await cache.match(key);
        const bytes = new Uint8Array(await kept.arrayBuffer());
        bytes[bytes.length >> 1] ^= 4;
        await cache.put(key, new Response(bytes, { headers: kept.headers }));
    }
    await cache.delete(keys[3]);
})";

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_rots_in_the_store_is_not_given_out() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    let rot = "caches.open('thakim-content-1').then(async cache => {
        for (const key of await cache.keys()) {
            const kept = await cache.match(key);
            await cache.put(key, new Response('rotten', { headers: kept.headers }));
        }
    })";
    browser.awaited(rot).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate("測試").await?;
    browser.expect_annotated("測試").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_removed_is_what_was_said() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    let databases = "indexedDB.databases().then(all => all.length)";
    let registrations = "navigator.serviceWorker.getRegistrations().then(all => all.length)";
    for (button, texts) in [("只移除程式和字典", true), ("全部移除", false)] {
        browser.open(&site.url(INPUT)).await?;
        browser.write("今仔日天氣真好。").await?;
        browser.open(&site.url("/about/")).await?;
        // Not again in a tab where it was removed.
        browser.value("sessionStorage.removeItem('thakim.removed')").await?;
        browser.driver.refresh().await?;
        browser.until_ready_offline().await?;
        browser.press("移除…").await?;
        browser.until_it_says("要移除什麼").await?;
        browser.press("不要移除").await?;
        ensure!(browser.kept().await?[1] == 1, "removed without a word");
        browser.press("移除…").await?;
        browser.press(button).await?;
        let removed = "globalThis.thakimBoot?.offline.state === 'removed'";
        // With the texts the page goes too, and is loaded anew.
        browser.until_across_loads("the removal", removed).await?;
        if texts {
            browser.until_it_says("文章和草稿都還在").await?;
        }
        ensure!(browser.awaited("caches.keys().then(keys => keys.length)").await? == json!(0));
        browser.open(&site.url(INPUT)).await?;
        ensure!(browser.awaited(registrations).await? == json!(0), "a worker is left");
        if texts {
            browser.expect_draft("今仔日天氣真好。").await?;
        } else {
            browser
                .until(
                    "an empty form",
                    "document.querySelector('body > .write textarea')?.value === ''",
                )
                .await?;
            let kept =
                "new Promise(done => { indexedDB.open('thakim').onsuccess = ({ target }) => {
                const texts = target.result.transaction('texts').objectStore('texts').count();
                texts.onsuccess = () => { target.result.close(); done(texts.result); }; }; })";
            let open = format!(
                "globalThis.opened || ({databases}.then(all => {{ globalThis.opened = all > 0; }}), false)"
            );
            browser.until("a database", &open).await?;
            ensure!(browser.awaited(kept).await? == json!(0), "texts are left");
        }
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}
