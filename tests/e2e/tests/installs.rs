//! Installing the copy for offline use while everything goes wrong: never a half-working state, never a
//! lost draft.

use std::fs;

use anyhow::{Result, ensure};
use serde_json::json;
use thakim_e2e::{Browser, INPUT, Line, Profile, Site, Weather};

type Test = Result<()>;

const DRAFT: &str = "今仔日天氣真好。";

/// Fails if a release counts of which a file that it cannot do without is missing.
async fn expect_whole_or_nothing(browser: &Browser) -> Test {
    let lost = "caches.open('thakim-releases-1').then(async releases => {
        const content = await caches.open('thakim-content-1');
        let lost = 0;
        for (const key of await releases.keys()) {
            if (!new URL(key.url).pathname.startsWith('/release/')) continue;
            const { files } = await (await releases.match(key)).json();
            for (const { sha256, tier } of files) {
                if (tier === 1 && !(await content.match(`/content/${sha256}`))) lost += 1;
            }
        }
        return lost;
    })";
    ensure!(browser.awaited(lost).await? == json!(0), "a release counts that is not whole");
    Ok(())
}

/// The page works without a server.
async fn expect_works(browser: &Browser, line: &Line) -> Test {
    line.turn(Weather::Dead);
    browser.open(&line.url(INPUT)).await?;
    browser.annotate("測試").await?;
    browser.expect_annotated("測試").await?;
    browser.expect_no_offence().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_installation_that_breaks_off_goes_on_where_it_was() -> Test {
    let site = Site::start()?;
    let line = Line::to(site.server.address()).await?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    let all = line.carried();
    browser.quit().await?;

    for tenths in 1..=9 {
        line.turn(Weather::BreaksAfter(all * tenths / 10));
        let browser = Browser::start(&Profile::new()?).await?;
        // The page itself may not come through.
        let opened = browser.open(&line.url(INPUT)).await.is_ok();
        line.until(Weather::Dead).await;
        let started = opened
            && {
                let end = "document.querySelector('body > .write, [role=alert]') || !document.querySelector('#boot')";
                browser.until("the page or a sentence", end).await?;
                browser.value("Boolean(document.querySelector('body > .write textarea'))").await?
                    == json!(true)
            };
        if started {
            browser.write(DRAFT).await?;
            browser
                .until("the failure", "globalThis.thakimBoot.offline.state === 'failed'")
                .await?;
        }
        if opened {
            expect_whole_or_nothing(&browser).await?;
        }
        line.turn(Weather::Good);
        browser.open(&line.url(INPUT)).await?;
        browser.until_ready_offline().await?;
        let rest = line.carried();
        ensure!(
            rest < all * (11 - tenths) / 10 + all / 4,
            "{rest} of {all} bytes again at {tenths}0 %"
        );
        expect_whole_or_nothing(&browser).await?;
        if started {
            browser.expect_draft(DRAFT).await?;
        }
        expect_works(&browser, &line).await?;
        browser.quit().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_line_comes_back_while_the_page_is_open() -> Test {
    let site = Site::start()?;
    let line = Line::to(site.server.address()).await?;
    let browser = Browser::start(&Profile::new()?).await?;
    line.turn(Weather::BreaksAfter(1_500_000));
    browser.open(&line.url("/about/")).await?;
    browser.until("the failure", "globalThis.thakimBoot?.offline.state === 'failed'").await?;
    line.turn(Weather::Good);
    browser.press("再試").await?;
    browser.until_ready_offline().await?;
    expect_works(&browser, &line).await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_captive_portal_is_never_kept() -> Test {
    let site = Site::start()?;
    let line = Line::to(site.server.address()).await?;
    let browser = Browser::start(&Profile::new()?).await?;
    // The worker is captured in the middle of its work.
    browser
        .before_every_page(
            "navigator.serviceWorker?.addEventListener('message', ({ data }) => {
            if (data.detail?.done > 0) globalThis.underWay = true;
        });",
        )
        .await?;
    browser.open(&line.url(INPUT)).await?;
    browser.write(DRAFT).await?;
    browser.until("some of it", "globalThis.underWay").await?;
    line.turn(Weather::Captured);
    browser
        .until("an end", "['failed', 'ready'].includes(globalThis.thakimBoot.offline.state)")
        .await?;
    expect_whole_or_nothing(&browser).await?;
    let portal = "caches.open('thakim-content-1').then(async cache => {
        for (const key of await cache.keys()) {
            if ((await (await cache.match(key)).text()).includes('Wi-Fi')) return true;
        }
        return false;
    })";
    ensure!(browser.awaited(portal).await? == json!(false), "the portal's page is kept");

    line.turn(Weather::Good);
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    browser.expect_draft(DRAFT).await?;

    // Captured once more, with the copy in place: nothing of it is seen.
    line.turn(Weather::Captured);
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    browser.expect_draft(DRAFT).await?;
    ensure!(browser.awaited(portal).await? == json!(false), "the portal's page is kept");
    expect_works(&browser, &line).await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_is_cut_off_makes_no_release_until_it_is_whole() -> Test {
    let site = Site::start()?;
    let (files, good) = (site.server.site().join("a"), Site::start()?);
    let mut cut = Vec::new();
    for entry in fs::read_dir(&files)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("engine-") || name.starts_with("thakim-signs") {
            let bytes = fs::read(&path)?;
            fs::write(&path, &bytes[..bytes.len() / 2])?;
            cut.push(name);
        }
    }
    ensure!(cut.len() > 3, "{cut:?}");
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.write(DRAFT).await?;
    browser.until("the failure", "globalThis.thakimBoot?.offline.state === 'failed'").await?;
    ensure!(browser.kept().await?[1] == 0, "a release counts that is not whole");

    for name in cut {
        fs::copy(good.server.site().join("a").join(&name), files.join(&name))?;
    }
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    browser.expect_draft(DRAFT).await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn where_there_is_no_room_the_draft_has_it() -> Test {
    let site = Site::start()?;
    let line = Line::to(site.server.address()).await?;
    let browser = Browser::start(&Profile::new()?).await?;
    let origin = line.url("");
    let quota = |bytes: Option<u64>| match bytes {
        Some(bytes) => json!({ "origin": origin, "quotaSize": bytes }),
        None => json!({ "origin": origin }),
    };
    browser.devtools("Storage.overrideQuotaForOrigin", quota(Some(1_500_000))).await?;
    browser.open(&line.url(INPUT)).await?;
    browser.until("the failure", "globalThis.thakimBoot?.offline.state === 'failed'").await?;
    ensure!(browser.text("thakimBoot.offline.kind").await? == "full");
    ensure!(browser.kept().await? == [0, 0], "what is of no use takes the room");
    browser.write(DRAFT).await?;
    browser.open(&line.url("/about/")).await?;
    browser.until_it_says("空間不夠").await?;
    browser.open(&line.url(INPUT)).await?;
    browser.expect_draft(DRAFT).await?;
    browser.annotate(DRAFT).await?;
    browser.expect_annotated(DRAFT).await?;

    browser.devtools("Storage.overrideQuotaForOrigin", quota(None)).await?;
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    browser.expect_draft(DRAFT).await?;
    expect_works(&browser, &line).await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_file_is_lost_in_turn() -> Test {
    let site = Site::start()?;
    let line = Line::to(site.server.address()).await?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    browser.write(DRAFT).await?;
    let [files, _] = browser.kept().await?;
    for index in 0..files {
        line.turn(Weather::Good);
        browser.open(&line.url(INPUT)).await?;
        browser.until_ready_offline().await?;
        browser.expect_draft(DRAFT).await?;
        // By name: what is fetched again comes last in the store.
        let lose = format!(
            "caches.open('thakim-releases-1').then(async releases => {{
                const {{ files }} = await (await releases.match(`/release/${{thakimBoot.release.build}}`)).json();
                const {{ sha256, tier }} = files[{index}];
                const content = await caches.open('thakim-content-1');
                await content.delete(`/content/${{sha256}}`);
                return tier;
            }})"
        );
        let tier = browser.awaited(&lose).await?;
        line.turn(Weather::Dead);
        browser.open(&line.url(INPUT)).await?;
        if tier == json!(1) {
            // Without it nothing could be annotated: said so, and nothing is half there.
            browser.until_it_says("離線的這一份不完整").await?;
        } else {
            browser.expect_draft(DRAFT).await?;
            browser.until("the engine", "!document.querySelector('.hairline[data-busy]')").await?;
        }
    }
    line.turn(Weather::Good);
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    expect_works(&browser, &line).await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_record_is_lost_and_written_again() -> Test {
    let site = Site::start()?;
    let line = Line::to(site.server.address()).await?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    browser.awaited("caches.delete('thakim-releases-1')").await?;
    line.turn(Weather::Dead);
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    ensure!(browser.kept().await?[1] == 1, "no record");
    browser.awaited("Promise.all(['thakim-releases-1', 'thakim-content-1'].map(name => caches.delete(name)))").await?;
    browser.open(&line.url(INPUT)).await?;
    browser.until_it_says("離線的這一份不完整").await?;
    line.turn(Weather::Good);
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    expect_works(&browser, &line).await?;
    browser.quit().await
}

/// The clock goes ten years back: what is written then must not be taken for the oldest, which goes
/// first when there are many texts.
#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_years_off_loses_nothing() -> Test {
    let site = Site::start()?;
    let line = Line::to(site.server.address()).await?;
    let browser = Browser::start(&Profile::new()?).await?;
    let skew = "const years = Number(sessionStorage.getItem('years') ?? 10) * 31_557_600_000;
        const now = Date.now;
        Date.now = () => now() + years;
        globalThis.Date = class extends Date {
            constructor(...given) { super(...(given.length ? given : [now() + years])); }
        };";
    browser.before_every_page(skew).await?;
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    browser.write("十年後").await?;
    browser.awaited("thakimBoot.copy.check()").await?;
    let fill = "new Promise(done => { indexedDB.open('thakim').onsuccess = ({ target }) => {
        const writing = target.result.transaction('texts', 'readwrite');
        for (let index = 0; index < 30; index += 1) {
            writing.objectStore('texts').put({ id: `t${index}/draft`, saved: Date.now() + index, text: '舊' });
        }
        writing.oncomplete = () => { target.result.close(); done(1); };
    }; })";
    browser.awaited(fill).await?;
    browser.value("sessionStorage.setItem('years', '-10')").await?;
    browser.open(&line.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    browser.write(DRAFT).await?;
    browser.open(&line.url(INPUT)).await?;
    browser.expect_draft(DRAFT).await?;
    expect_works(&browser, &line).await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_can_be_installed() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until_ready_offline().await?;
    let manifest = browser.devtools("Page.getAppManifest", json!({})).await?;
    ensure!(manifest["errors"] == json!([]), "the manifest: {}", manifest["errors"]);
    let errors = browser.devtools("Page.getInstallabilityErrors", json!({})).await?;
    ensure!(errors["installabilityErrors"] == json!([]), "not installable: {errors}");
    // Every picture that the manifest names is of the size that it names.
    let pictures = "fetch('/manifest.webmanifest').then(answer => answer.json()).then(async manifest => {
        const wrong = [];
        const all = [...manifest.icons, ...manifest.screenshots, ...manifest.shortcuts.flatMap(({ icons }) => icons)];
        for (const { src, sizes, type } of all) {
            const answer = await fetch(src);
            const image = await createImageBitmap(await answer.blob()).catch(() => undefined);
            const right = sizes === 'any' || (image && `${image.width}x${image.height}` === sizes);
            if (answer.status !== 200 || answer.headers.get('Content-Type').split(';')[0] !== type || !right) wrong.push(src);
        }
        return wrong;
    })";
    let wrong = browser.awaited(pictures).await?;
    ensure!(wrong == json!([]), "pictures: {wrong}");
    browser.quit().await
}
