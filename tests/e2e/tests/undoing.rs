//! Undoing what was corrected, and doing it again.

use anyhow::{Result, ensure};
use thakim_e2e::{Browser, INPUT, Profile, Site, WORDS, article};
use thirtyfour::Key;

type Test = Result<()>;

/// 行 stands by itself twice, in 銀行 and in 行路 with others.
const TEXT: &str = "我去銀行。行！\n行？伊去銀行，我行路。\n";

const FOCUS: &str = "document.activeElement.getAttribute('aria-label') ?? ''";

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_undone_and_done_again() -> Test {
    let site = Site::start()?;
    let browser = Browser::reading(&site, TEXT).await?;
    let disabled =
        "[...document.querySelectorAll('.history button')].map(one => one.disabled).join()";
    ensure!(browser.text(disabled).await? == "true,true");
    let before = browser.value(WORDS).await?;
    let index = browser.index_of("行", 0).await?;
    let bank = browser.index_of("銀行", 0).await?;

    // A correction, a cut, the whole article, the readings.
    browser.focus_word(index).await?;
    browser.key("hing5").await?;
    browser.key(Key::Enter).await?;
    browser.until_panel_closed().await?;
    browser.open_word(bank).await?;
    browser.key("/").await?;
    browser.expect_word(bank, "銀(gîn)").await?;
    browser.click(".why label:has([name=scope][value=article])").await?;
    browser.paste("#typed", "gun5").await?;
    browser.key(Key::Enter).await?;
    browser.until_panel_closed().await?;
    browser.expect_word(bank, "*銀(gûn)").await?;
    browser.choose("readings", "literary").await?;
    browser.until_settled(TEXT).await?;
    let undo = "document.querySelector('.undo')";
    browser
        .until("what would be undone", &format!("{undo}.ariaLabel === '復原：換用另一種讀音'"))
        .await?;

    // By key, to the beginning.
    browser.key(Key::Control + "z").await?;
    browser.until("its own name", &format!("{undo}.ariaLabel.includes('銀')")).await?;
    browser
        .until(
            "automatic readings",
            "document.querySelector('input[name=readings][value=auto]').checked",
        )
        .await?;
    browser.until_settled(TEXT).await?;
    browser.key(Key::Control + "z").await?;
    browser.expect_word(bank, "銀(gîn)").await?;
    browser.key(Key::Control + "z").await?;
    browser.expect_word(bank, "銀行(gîn hâng)").await?;
    browser
        .until("the focus where it was", "document.activeElement.matches('article .w.here')")
        .await?;
    ensure!(browser.text(FOCUS).await?.starts_with("銀行"));
    browser.key(Key::Control + "z").await?;
    browser.until("nothing more", &format!("{disabled} === 'true,false'")).await?;
    let back = serde_json::to_string(&before)?;
    browser
        .until("all as before", &format!("JSON.stringify({WORDS}) === JSON.stringify({back})"))
        .await?;
    browser.key(Key::Control + "z").await?;

    // Elsewhere and back, in another language, and forth again: by buttons, by both keys.
    browser.click("a.back").await?;
    browser.until("the form", "document.querySelector('body > .write textarea')?.value").await?;
    browser.driver.back().await?;
    browser.until_settled(TEXT).await?;
    browser.until("what was undone", &format!("{disabled} === 'true,false'")).await?;
    browser.click(".redo").await?;
    browser.expect_word(index, "*行(hîng)").await?;
    ensure!(browser.text("document.activeElement.className").await? == "redo");
    browser.key(Key::Control + Key::Shift + "z").await?;
    browser.expect_word(bank, "銀(gîn)").await?;
    browser.key(Key::Control + "y").await?;
    browser.expect_word(bank, "*銀(gûn)").await?;
    // Something new: what was undone is gone.
    browser.open_word(0).await?;
    browser.key("gua1").await?;
    browser.key(Key::Enter).await?;
    // The scope is still the whole article.
    browser.until_it_says("整篇的「我」都讀 gua，改了 2 個地方").await?;
    ensure!(browser.text(disabled).await? == "false,true");

    // After an edit of the text it goes on where it was.
    browser.click("a.back").await?;
    browser.until("the form", "document.querySelector('body > .write textarea')?.value").await?;
    let longer = format!("好。{TEXT}");
    browser.annotate(&longer).await?;
    browser.until_settled(&longer).await?;
    browser.expect_word(index + 2, "*行(hîng)").await?;
    for _ in 0..4 {
        browser.click(".undo").await?;
    }
    browser.until("nothing more", &format!("{disabled} === 'true,false'")).await?;
    browser.until("none corrected", "!document.querySelector('.w.corrected')").await?;

    // Another article begins with nothing done.
    browser.click("a.back").await?;
    browser.press("新文章").await?;
    browser.expect_draft("").await?;
    browser.annotate(TEXT).await?;
    browser.until_settled(TEXT).await?;
    ensure!(browser.text(disabled).await? == "true,true");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn undoing_goes_where_it_was_in_a_long_article() -> Test {
    let site = Site::start()?;
    let text = format!("行。\n{}", article("modern.txt")?.repeat(200)) + "行。";
    ensure!(text.chars().count() > 100_000);
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(&text).await?;
    browser.until_complete(&text).await?;
    browser.click("article .w").await?;
    browser.until("the panel", "document.activeElement.closest('.why')").await?;
    browser.click(".why label:has([name=scope][value=article])").await?;
    browser.paste("#typed", "hing5").await?;
    browser.key(Key::Enter).await?;
    browser.until_it_says("都讀 hîng，改了").await?;
    // The last word of all is read so too, far away.
    browser.number("(scrollTo(0, document.body.scrollHeight), 1)").await?;
    browser
        .until(
            "the last word",
            "[...document.querySelectorAll('article .w')].at(-1)?.textContent.includes('hîng')",
        )
        .await?;
    browser.click(".undo").await?;
    let seen = "(box => box.top > 0 && box.bottom < innerHeight)(
        document.querySelector('.here')?.getBoundingClientRect() ?? {})";
    browser.until("the first word in the window", seen).await?;
    browser
        .until("its own reading", "!document.querySelector('.here').matches('.corrected')")
        .await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}
