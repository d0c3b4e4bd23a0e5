//! The help page, and what a first visit is told.

use anyhow::{Result, ensure};
use thakim_e2e::{Browser, INPUT, PRONUNCIATION, Profile, Site};
use thirtyfour::Key;

type Test = Result<()>;

const LANGUAGES: [&str; 3] = ["zh-Hant-TW", "nan-Hant-TW", "en"];

async fn help(site: &Site) -> Result<Browser> {
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url("/help/")).await?;
    browser.until("the page", "document.querySelector('.contents a')").await?;
    Ok(browser)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contents_lead_to_every_section_and_back() -> Test {
    let site = Site::start()?;
    let browser = help(&site).await?;
    let broken = "[...document.querySelectorAll('.contents a')]
        .filter(link => !document.querySelector(link.hash)?.matches('section')).length";
    ensure!(browser.number(broken).await? == 0, "a link leads nowhere");
    let links = "document.querySelectorAll('.contents a').length";
    let sections = "document.querySelectorAll('main section').length";
    ensure!(browser.number(links).await? == browser.number(sections).await?);

    // A link within the page keeps the page: it is the same element, only scrolled.
    browser.number("(globalThis.first = document.querySelector('h1'), 1)").await?;
    browser.click(".contents a[href='#find']").await?;
    browser.until("the address", "location.hash === '#find'").await?;
    let there = "(box => box.top >= 0 && box.top < innerHeight / 2)(
        document.querySelector('#find').getBoundingClientRect())";
    browser.until("the section in the window", there).await?;
    ensure!(browser.value("first.isConnected").await? == true, "the page was made anew");
    browser.driver.back().await?;
    browser.until("the address before", "location.hash === ''").await?;
    ensure!(browser.value("first.isConnected").await? == true, "the page was made anew");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_section_has_an_address_of_its_own() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url("/help/#keys")).await?;
    let there = "document.activeElement.closest('#keys') && (box => box.top >= 0 && box.top <
        innerHeight)(document.querySelector('#keys').getBoundingClientRect())";
    browser.until("the section in the window", there).await?;

    // From another page of ours nothing is loaded anew.
    browser.open(&site.url(INPUT)).await?;
    browser.annotate("我愛臺灣。\n").await?;
    browser.expect_annotated("我愛臺灣。\n").await?;
    browser.number("(globalThis.same = 1)").await?;
    browser.driver.active_element().await?.send_keys("?").await?;
    browser.until("the table of keys", "document.querySelector('dialog').open").await?;
    browser.click("dialog a").await?;
    browser.until("the section in the window", there).await?;
    ensure!(browser.number("globalThis.same").await? == 1, "the page was loaded anew");
    browser.driver.back().await?;
    browser.until("the article", &format!("location.pathname === {PRONUNCIATION:?}")).await?;
    browser.expect_annotated("我愛臺灣。\n").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_shown_can_be_tried() -> Test {
    let site = Site::start()?;
    let browser = help(&site).await?;
    let corrected = |section: &str| {
        format!("document.querySelectorAll('#{section} .example .corrected').length")
    };
    browser.until("the example", "document.querySelector('#correct .example rt')").await?;
    ensure!(browser.number(&corrected("correct")).await? == 0);
    browser.click("#correct .candidates li:nth-child(2) button").await?;
    browser.until("one corrected", &format!("{} === 1", corrected("correct"))).await?;
    browser.click("#scopes label:has([value=article])").await?;
    browser.click("#scopes .candidates li:nth-child(2) button").await?;
    browser.until("both corrected", &format!("{} === 2", corrected("scopes"))).await?;

    browser.click("#find input").await?;
    browser.driver.active_element().await?.send_keys("tai7 hak8").await?;
    let found = "[...document.querySelectorAll('#find .found-now')]
        .map(one => one.firstChild.textContent).join('') === '大學'";
    browser.until("what was found", found).await?;
    ensure!(browser.text("document.querySelector('#find output').textContent").await? == "1");

    // Every layout is drawn with readings that are seen.
    let drawn = "[...document.querySelectorAll('figure')].every(figure =>
        [...figure.querySelectorAll('rt, .said')].some(one => one.getClientRects().length))";
    browser.until("all layouts", drawn).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn it_fits_every_window_in_every_language() -> Test {
    let site = Site::start()?;
    let browser = help(&site).await?;
    for language in LANGUAGES {
        browser
            .number(&format!("(localStorage.setItem('thakim.language', {language:?}), 1)"))
            .await?;
        for (width, dark) in [(320, false), (390, true), (1280, false)] {
            browser.look_as(width, 844, dark).await?;
            browser.open(&site.url("/help/")).await?;
            browser.until("the page", "document.querySelector('figure rt')").await?;
            ensure!(browser.text("document.documentElement.lang").await? == language);
            browser.expect_no_sideways_scrolling().await?;
            let small = "[...document.querySelectorAll('main a, main button')].filter(one =>
                one.getBoundingClientRect().height < 24).map(one => `<${one.tagName} ${one.id} ${one.className}> ${one.textContent.slice(0, 40)}`)";
            let small = browser.value(small).await?;
            ensure!(small == serde_json::json!([]), "too small: {small}");
            browser.picture(&format!("help-{language}-{width}")).await?;
        }
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_visit_explains_itself_and_then_is_silent() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until("what it is", "document.querySelector('body > .write .first-line')").await?;
    // The form, what it is, the sample; nothing lies over them.
    ensure!(browser.number("document.querySelectorAll('textarea').length").await? == 1);
    ensure!(
        browser.number("document.querySelectorAll('dialog[open], [role=dialog]').length").await?
            == 0
    );
    browser.press("放入範例文章").await?;
    browser.until("the sample", "document.querySelector('body > .write textarea').value").await?;
    browser.click("button[type=submit]").await?;
    browser.until("the line", "document.querySelector('.hint')").await?;
    browser.until("a word", "document.querySelector('article .w')").await?;
    // Said once; the first use is the last time.
    browser.click("article .w").await?;
    browser.until("the panel", "document.querySelector('.why')").await?;
    browser.until("its end", "!document.querySelector('.hint')").await?;
    browser.driver.refresh().await?;
    browser.until("the article", "document.querySelector('article .w')").await?;
    browser.until("the end", "!document.querySelector('.now button')").await?;
    ensure!(browser.number("document.querySelectorAll('.hint').length").await? == 0);
    browser.open(&site.url(INPUT)).await?;
    browser.until("the form", "document.querySelector('body > .write textarea')").await?;
    ensure!(browser.number("document.querySelectorAll('.first-line').length").await? == 0);
    browser.quit().await?;

    // Its button does the same.
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate("我愛臺灣。\n").await?;
    browser.until("the line", "document.querySelector('.hint')").await?;
    browser.click(".hint button").await?;
    browser.until("its end", "!document.querySelector('.hint')").await?;
    browser.driver.active_element().await?.send_keys(Key::Tab).await?;
    browser.driver.refresh().await?;
    browser.expect_annotated("我愛臺灣。\n").await?;
    ensure!(browser.number("document.querySelectorAll('.hint').length").await? == 0);
    browser.expect_no_offence().await?;
    browser.quit().await
}
