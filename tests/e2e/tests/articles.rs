//! Articles: their list, two tabs, a tab that is killed, and everything as one file.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;
use thakim_e2e::{Browser, INPUT, PRONUNCIATION, Profile, Site};
use thirtyfour::{Key, WindowHandle};

type Test = Result<()>;

const ARTICLES: &str = "/articles/";
const MARKET: &str = "透早的市場\n天猶未光，市場就鬧熱起來矣。\n";
const BANK: &str = "我去銀行。行！\n";

/// How long a tab that is killed may take to say so. It ends a wait for an answer that never comes.
const DYING: Duration = Duration::from_secs(10);

/// Keeps the last file that the page made, instead of a folder of downloads.
const CATCH: &str = "
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { globalThis.thakimFile = blob; return make.call(URL, blob); };
";

/// The titles under a heading of the lists, or all of them.
const TITLES: &str =
    "[...document.querySelectorAll('.articles .open')].map(title => title.innerText)";

async fn expect_titles(browser: &Browser, titles: &[&str]) -> Test {
    let same = format!("JSON.stringify({TITLES}) === {}", json!(json!(titles).to_string()));
    browser.until(&format!("the articles {titles:?}"), &same).await
}

async fn annotated(browser: &Browser, text: &str) -> Test {
    browser.expect_annotated(text).await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await
}

/// Presses what belongs to an article in a list.
async fn press_at(browser: &Browser, title: &str, what: &str) -> Test {
    let row = format!(
        "[...document.querySelectorAll('[data-article]')]
            .find(row => row.querySelector('.open')?.innerText === {title:?})?.querySelector({what:?})"
    );
    browser.until(&format!("{what} of {title}"), &row).await?;
    browser.value(&format!("({row}.click(), 1)")).await?;
    Ok(())
}

async fn press(browser: &Browser, key: Key) -> Test {
    Ok(browser.driver.active_element().await?.send_keys(key).await?)
}

/// Types in place of what is selected in the field that has the focus.
async fn type_over(browser: &Browser, text: &str) -> Test {
    let all = "document.activeElement.selectionEnd === document.activeElement.value.length
        && document.activeElement.selectionStart === 0";
    browser.until("the old name selected", all).await?;
    Ok(browser.driver.active_element().await?.send_keys(text).await?)
}

/// Goes back to the text and begins another article.
async fn begin_another(browser: &Browser) -> Test {
    browser.click("a.back").await?;
    browser.press("新文章").await?;
    browser.expect_draft("").await
}

/// Chooses the second reading of the first word that has several.
async fn correct(browser: &Browser) -> Result<String> {
    browser.click("article .w:has(+ .w), article .w").await?;
    browser
        .until("the candidates", "document.querySelectorAll('.candidates button').length > 1")
        .await?;
    browser.value("(document.querySelectorAll('.candidates button')[1].click(), 1)").await?;
    browser.until("a corrected word", "document.querySelector('article .w.corrected')").await?;
    browser.text("document.querySelector('article .w.corrected').textContent").await
}

/// Waits as long as a person may have to who must not lose what they did, and has the browser kill the page.
async fn kill_after_a_second(browser: &Browser, others: &WindowHandle) -> Test {
    browser.value("(globalThis.thakimDone = performance.now(), 1)").await?;
    browser.until("one second", "performance.now() - thakimDone > 1000").await?;
    // The answer comes from a page that is dead by then, or not at all.
    let _ = tokio::time::timeout(DYING, browser.devtools("Page.crash", json!({}))).await;
    browser.driver.switch_to_window(others.clone()).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_are_listed_named_and_deleted() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    ensure!(browser.value(TITLES).await? == json!([]), "a first visit has a list");
    browser.annotate(MARKET).await?;
    annotated(&browser, MARKET).await?;
    browser.until("the title", "document.title.startsWith('透早的市場')").await?;
    begin_another(&browser).await?;
    browser.annotate(BANK).await?;
    annotated(&browser, BANK).await?;
    browser.click("a.back").await?;
    expect_titles(&browser, &["我去銀行。行！", "透早的市場"]).await?;
    browser.picture("articles-recent").await?;

    // A title is changed in place; Escape leaves it.
    press_at(&browser, "透早的市場", ".rename").await?;
    browser.until("the field", "document.activeElement.matches('.articles input')").await?;
    type_over(&browser, "菜市仔").await?;
    press(&browser, Key::Escape).await?;
    expect_titles(&browser, &["我去銀行。行！", "透早的市場"]).await?;
    press_at(&browser, "透早的市場", ".rename").await?;
    browser.until("the field", "document.activeElement.matches('.articles input')").await?;
    type_over(&browser, "菜市仔").await?;
    press(&browser, Key::Enter).await?;
    expect_titles(&browser, &["我去銀行。行！", "菜市仔"]).await?;
    browser.driver.refresh().await?;
    expect_titles(&browser, &["我去銀行。行！", "菜市仔"]).await?;

    // Opened, it stands annotated under its title, which can be changed there too.
    press_at(&browser, "菜市仔", ".open").await?;
    annotated(&browser, MARKET).await?;
    browser.until("its title", "document.title.startsWith('菜市仔')").await?;
    browser.click(".article-title button").await?;
    browser.until("the field", "document.activeElement.matches('.article-title input')").await?;
    type_over(&browser, "市場").await?;
    press(&browser, Key::Enter).await?;
    browser.until("its new title", "document.title.startsWith('市場')").await?;
    browser.until("the focus", "document.activeElement.matches('.article-title button')").await?;
    browser.picture("articles-title").await?;

    // Deleted, it can be had back with all it has.
    browser.click("a.back").await?;
    expect_titles(&browser, &["我去銀行。行！", "市場"]).await?;
    press_at(&browser, "市場", ".delete").await?;
    expect_titles(&browser, &["我去銀行。行！"]).await?;
    browser.expect_draft("").await?;
    browser.picture("articles-deleted").await?;
    browser.press("放回來").await?;
    expect_titles(&browser, &["我去銀行。行！", "市場"]).await?;
    browser.expect_draft(MARKET).await?;
    press_at(&browser, "我去銀行。行！", ".delete").await?;
    expect_titles(&browser, &["市場"]).await?;
    browser.driver.refresh().await?;
    expect_titles(&browser, &["市場"]).await?;
    browser.expect_draft(MARKET).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn another_text_does_not_take_the_place_of_an_article() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(MARKET).await?;
    annotated(&browser, MARKET).await?;
    browser.click("a.back").await?;
    browser.expect_draft(MARKET).await?;
    browser.annotate(BANK).await?;
    annotated(&browser, BANK).await?;
    browser.open(&site.url(ARTICLES)).await?;
    expect_titles(&browser, &["我去銀行。行！", "透早的市場"]).await?;
    press_at(&browser, "透早的市場", ".open").await?;
    annotated(&browser, MARKET).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_lose_nothing_to_each_other() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(BANK).await?;
    annotated(&browser, BANK).await?;
    let first = browser.driver.window().await?;

    // As a duplicated tab, it begins with what the first remembers.
    browser.value("(open(location.href), 1)").await?;
    let windows = browser.driver.windows().await?;
    let second = windows.into_iter().find(|window| *window != first);
    let second = second.ok_or_else(|| anyhow::anyhow!("no second tab"))?;
    browser.driver.switch_to_window(second).await?;
    annotated(&browser, BANK).await?;
    let read = correct(&browser).await?;
    browser.until_it_says("兩篇都在").await?;
    browser.driver.refresh().await?;
    annotated(&browser, BANK).await?;
    let corrected = "document.querySelector('article .w.corrected')?.textContent";
    browser.until("the correction", &format!("{corrected} === {}", json!(read))).await?;

    browser.driver.switch_to_window(first).await?;
    ensure!(browser.value(corrected).await?.is_null(), "the first tab has what the second did");
    browser.driver.refresh().await?;
    annotated(&browser, BANK).await?;
    ensure!(
        browser.value(corrected).await?.is_null(),
        "the second tab wrote to the first's article"
    );
    browser.click("a.back").await?;
    expect_titles(&browser, &["我去銀行。行！", "我去銀行。行！"]).await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_tab_loses_no_more_than_a_second() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    let others = browser.driver.window().await?;
    let tab = browser.driver.new_tab().await?;

    // Typing, without a pause in which it could be put away.
    browser.driver.switch_to_window(tab).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until("the form", "document.querySelector('body > .write textarea')").await?;
    for letters in ["透早", "的", "市場", "真", "鬧熱"] {
        browser.find("textarea").await?.send_keys(letters).await?;
    }
    kill_after_a_second(&browser, &others).await?;
    browser.open(&site.url(INPUT)).await?;
    expect_titles(&browser, &["透早的市場真鬧熱"]).await?;
    browser.until_it_says("還沒標音的草稿").await?;
    press_at(&browser, "透早的市場真鬧熱", ".open").await?;
    browser.expect_draft("透早的市場真鬧熱").await?;

    // A correction.
    let tab = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(tab).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(BANK).await?;
    annotated(&browser, BANK).await?;
    let read = correct(&browser).await?;
    kill_after_a_second(&browser, &others).await?;
    press_at(&browser, "我去銀行。行！", ".open").await?;
    annotated(&browser, BANK).await?;
    let same = "document.querySelector('article .w.corrected')?.textContent";
    browser.until("the correction", &format!("{same} === {}", json!(read))).await?;
    browser.quit().await
}

/// Gives the page a file, as the person's choice of one does.
async fn choose_file(browser: &Browser, name: &str, text: &str) -> Test {
    let choose = format!(
        "(() => {{
            const files = new DataTransfer();
            files.items.add(new File([{}], {name:?}));
            const input = document.querySelector('.transfer input[type=file]');
            input.files = files.files;
            input.dispatchEvent(new Event('change', {{ bubbles: true }}));
            return 1;
        }})()",
        json!(text)
    );
    browser.until("the page", "document.querySelector('.transfer input[type=file]')").await?;
    browser.value(&choose).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_goes_into_a_file_and_comes_back_in_another_browser() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.before_every_page(CATCH).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(MARKET).await?;
    annotated(&browser, MARKET).await?;
    begin_another(&browser).await?;
    browser.annotate(BANK).await?;
    annotated(&browser, BANK).await?;
    correct(&browser).await?;
    let article = "document.querySelector('article').innerText";
    let read = browser.text(article).await?;
    browser.open(&site.url(ARTICLES)).await?;
    expect_titles(&browser, &["我去銀行。行！", "透早的市場"]).await?;
    browser.press("全部存成檔案").await?;
    browser.until_it_says("瀏覽器已經開始下載").await?;
    let file = browser.awaited("thakimFile.text()").await?;
    let file = file.as_str().unwrap_or_default().to_owned();
    // Here they are already.
    choose_file(&browser, "backup.json", &file).await?;
    browser.until_it_says("已經有一樣的文章：2 篇").await?;
    browser.expect_no_offence().await?;
    browser.quit().await?;

    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(ARTICLES)).await?;
    for (name, text, said) in [
        ("half.json", &file[..file.len() / 2], "不是備份檔"),
        ("other.json", "{\"name\": \"other\"}", "別的程式"),
        ("newer.json", "{\"format\": \"thakim-backup\", \"version\": 9}", "新版存的"),
    ] {
        choose_file(&browser, name, text).await?;
        browser.until_it_says(&format!("「{name}」")).await?;
        browser.until_it_says(said).await?;
    }
    choose_file(&browser, "backup.json", &file).await?;
    browser.until_it_says("新的文章：2 篇").await?;
    browser.picture("articles-report").await?;
    expect_titles(&browser, &["我去銀行。行！", "透早的市場"]).await?;
    press_at(&browser, "我去銀行。行！", ".open").await?;
    browser.until("the page", &format!("location.pathname === '{PRONUNCIATION}'")).await?;
    annotated(&browser, BANK).await?;
    browser.until("the correction", "document.querySelector('article .w.corrected')").await?;
    ensure!(browser.text(article).await? == read, "it is read otherwise");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn many_articles_have_a_page_and_a_search() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(ARTICLES)).await?;
    let articles: Vec<_> = (1..=12)
        .map(|at| json!({ "id": format!("n{at}"), "saved": 1000 + at, "text": format!("第{at}篇\n") }))
        .collect();
    let file = json!({ "format": "thakim-backup", "version": 1, "articles": articles });
    choose_file(&browser, "many.json", &file.to_string()).await?;
    browser.until_it_says("新的文章：12 篇").await?;
    browser.until("all of them", &format!("{TITLES}.length === 12")).await?;
    browser.picture("articles-all").await?;
    browser.find(".search").await?.send_keys("1篇").await?;
    expect_titles(&browser, &["第11篇", "第1篇"]).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.until("the newest of them", &format!("{TITLES}.length === 8")).await?;
    browser.until_it_says("所有文章（12）").await?;
    browser.click(".articles .all a").await?;
    browser.until("all of them", &format!("{TITLES}.length === 12")).await?;
    for (width, dark) in [(390, false), (390, true), (1280, true)] {
        browser.look_as(width, 844, dark).await?;
        browser.expect_no_sideways_scrolling().await?;
        let shade = if dark { "dark" } else { "light" };
        browser.picture(&format!("articles-all-{width}-{shade}")).await?;
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}
