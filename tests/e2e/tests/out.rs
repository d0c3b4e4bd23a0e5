//! Out of the page: what is copied, the file and the link that open again, paper.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thakim_document::is_han;
use thakim_e2e::{Browser, INPUT, PRONUNCIATION, Profile, Site, article};
use thirtyfour::prelude::*;

type Test = Result<()>;

const TEXT: &str = "台語的冊\n\n我愛台灣。\n  <b>&amp; 行\u{3000}去？\n𪛖好無";

/// A browser that shows an article annotated, and may read its clipboard.
async fn reading(site: &Site, text: &str) -> Result<Browser> {
    let browser = Browser::start(&Profile::new()?).await?;
    let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": site.url("") });
    browser.devtools("Browser.grantPermissions", permissions).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(text).await?;
    complete(&browser, text).await?;
    Ok(browser)
}

/// Waits until all of an article has been annotated, whether it is all in the page or not.
async fn complete(browser: &Browser, text: &str) -> Test {
    let han = text.chars().filter(|letter| is_han(*letter)).count();
    let counted = format!(
        "Number(document.querySelector('.han-count')?.textContent.replaceAll(/[^0-9]/g, '')) === {han}
         && !document.querySelector('.now button')"
    );
    browser.until("the whole article", &counted).await
}

/// Opens the menu if it is not open, and presses one of its buttons.
async fn press(browser: &Browser, button: &str) -> Test {
    let open = browser.value("document.querySelector('details.out').open").await?;
    if open != json!(true) {
        browser.click("details.out > summary").await?;
    }
    browser.click(&format!("details.out {button}")).await
}

/// What the clipboard holds as plain text, and as rich text.
async fn clipboard(browser: &Browser) -> Result<(String, Option<String>)> {
    let read = "navigator.clipboard.read().then(async ([item]) => [
        await (await item.getType('text/plain')).text(),
        item.types.includes('text/html') ? await (await item.getType('text/html')).text() : null])";
    Ok(serde_json::from_value(browser.awaited(read).await?)?)
}

async fn told(browser: &Browser, words: &str) -> Test {
    let said = format!("document.querySelector('.out-told')?.textContent.includes({words:?})");
    browser.until(words, &said).await
}

/// Copies with the keys.
async fn copy_by_keys(browser: &Browser) -> Test {
    let body = browser.find("body").await?;
    Ok(body.send_keys(Key::Control + "c").await?)
}

/// Selects from the `from`-th to before the `to`-th base character of the article, in the page's own way.
async fn select(browser: &Browser, from: usize, to: usize) -> Test {
    let select = format!(
        "(() => {{
            const places = [];
            const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {{
                const node = walker.currentNode;
                if (node.parentElement.closest('rt, rp, .said, button')) continue;
                for (let at = 0; at < node.data.length; at++) places.push([node, at]);
            }}
            const range = document.createRange();
            range.setStart(...places[{from}]);
            range.setEnd(places[{to} - 1][0], places[{to} - 1][1] + 1);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return 1;
        }})()"
    );
    browser.number(&select).await.map(drop)
}

/// An article of so many characters and more.
fn long(chars: usize) -> Result<String> {
    let unit = article("classical.txt")? + article("modern.txt")?.as_str();
    Ok(unit.repeat(chars / unit.chars().count() + 1))
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_reaches_the_clipboard() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    for (form, expected) in [
        ("characters", TEXT),
        ("inline", "\n\n我(guá)愛(ài)台(Tâi)灣(uân)。\n"),
        ("readings", "\n\nguá ài Tâi-uân。\n"),
        ("two-lines", "\nguá ài Tâi-uân。\n我  愛 台灣   。\n"),
        ("markdown", "<ruby>我<rp>(</rp><rt>guá</rt><rp>)</rp></ruby>"),
        ("html", "<ruby>我<rp>(</rp><rt lang=\"nan-Latn-tailo\">guá</rt><rp>)</rp></ruby>"),
    ] {
        browser.awaited("navigator.clipboard.writeText('nothing')").await?;
        press(&browser, &format!("[data-form={form}]")).await?;
        let copied = "(async () => { while (await navigator.clipboard.readText() === 'nothing')
            await new Promise(requestAnimationFrame); })()";
        browser.awaited(copied).await?;
        told(&browser, "已經複製").await?;
        let (text, html) = clipboard(&browser).await?;
        ensure!(text.contains(expected), "{form}: {text:?}");
        ensure!(text.len() == TEXT.len() || form != "characters", "{form}: {text:?}");
        ensure!(html.is_some() == (form == "html"), "{form}: {html:?}");
        if let Some(html) = html {
            ensure!(html.contains(expected) && html.contains("&lt;b&gt;"), "{html}");
            ensure!(!html.contains("<b>"), "markup of the text is markup: {html}");
        }
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_selection_is_copied_as_it_is_in_the_text() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let whole: Vec<char> = TEXT.chars().filter(|letter| *letter != '\n').collect();
    let index =
        |letter: char| whole.iter().position(|one| *one == letter).context("no such character");

    // Within a word, and over lines.
    for (from, to, expected) in [
        (index('灣')?, index('灣')? + 1, "灣"),
        (1, 3, "語的"),
        (2, index('愛')? + 1, "的冊\n\n我愛"),
        (index('。')?, index('去')? + 1, "。\n  <b>&amp; 行\u{3000}去"),
    ] {
        // Beyond the basic plane one character is two places.
        select(&browser, from, to).await?;
        copy_by_keys(&browser).await?;
        let (text, html) = clipboard(&browser).await?;
        ensure!(text == expected, "{text:?}, expected {expected:?}");
        let html = html.context("no rich text")?;
        let is_word = !expected.contains('\n');
        ensure!(html.contains("<rt") && html.contains("<p") != is_word, "{html}");
    }

    // In the form that was last chosen, with the tones that the syllables have in the whole.
    press(&browser, "[data-form=inline]").await?;
    told(&browser, "已經複製").await?;
    select(&browser, index('灣')?, index('灣')? + 2).await?;
    copy_by_keys(&browser).await?;
    ensure!(clipboard(&browser).await?.0 == "灣(uân)。");

    // What is selected elsewhere is the browser's own business.
    press(&browser, "[data-form=characters]").await?;
    let foot = "(getSelection().selectAllChildren(document.querySelector('.han-count')), 1)";
    browser.number(foot).await?;
    copy_by_keys(&browser).await?;
    let (text, _) = clipboard(&browser).await?;
    ensure!(text.contains("字"), "{text:?}");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn selecting_everything_copies_all_of_a_long_article() -> Test {
    let site = Site::start()?;
    let text = long(120_000)?;
    let browser = reading(&site, &text).await?;
    let shown = browser.number("document.querySelectorAll('article ruby').length").await?;
    ensure!(shown < 60_000, "all {shown} characters are in the page: nothing is tested");
    browser.find("body").await?.send_keys(Key::Control + "a").await?;
    copy_by_keys(&browser).await?;
    let (copied, html) = clipboard(&browser).await?;
    ensure!(copied == text, "{} of {} bytes were copied", copied.len(), text.len());
    let han = text.chars().filter(|letter| is_han(*letter)).count();
    let rich = html.context("no rich text")?.matches("<ruby>").count();
    ensure!(rich > han * 9 / 10, "{rich} of {han} characters have readings");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_clipboard_refuses_is_there_to_be_copied_by_hand() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let refuse = "(navigator.clipboard.write = navigator.clipboard.writeText = () =>
        Promise.reject(new DOMException('', 'NotAllowedError')), document.execCommand = () => false, 1)";
    browser.number(refuse).await?;
    press(&browser, "[data-form=inline]").await?;
    let selected = "(area => area && document.activeElement === area && area.selectionEnd > 0 &&
        area.value.slice(area.selectionStart, area.selectionEnd))(document.querySelector('.by-hand textarea'))";
    browser.until("the text to be copied", selected).await?;
    ensure!(browser.text(selected).await?.contains("愛(ài)"));
    browser.picture("out-by-hand").await?;
    browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    browser.until("the page", "!document.querySelector('.by-hand').open").await?;
    browser.quit().await
}

/// Has downloads go into a folder.
async fn download_into(browser: &Browser, folder: &Path) -> Test {
    let behaviour = json!({ "behavior": "allow", "downloadPath": folder, "eventsEnabled": false });
    browser.devtools("Browser.setDownloadBehavior", behaviour).await.map(drop)
}

/// The file that the browser has put there.
async fn downloaded(browser: &Browser, folder: &Path) -> Result<PathBuf> {
    for _ in 0..600 {
        let files: Vec<PathBuf> =
            fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
        if let Some(file) =
            files.into_iter().find(|file| file.extension().is_some_and(|kind| kind == "html"))
        {
            return Ok(file);
        }
        // The page's own clock paces this, as everywhere.
        browser.awaited("new Promise(done => setTimeout(done, 50))").await?;
    }
    bail!("nothing was downloaded")
}

/// Has 行 read otherwise; gives the word as it stands there then.
async fn correct_something(browser: &Browser) -> Result<String> {
    let word = "[...document.querySelectorAll('article .w')].find(word =>
        word.querySelectorAll('ruby').length === 1 && word.textContent.startsWith('行'))";
    browser.number(&format!("({word}.querySelector('ruby').click(), 1)")).await?;
    let other = ".why .candidates button[aria-pressed=false]";
    browser.until("another reading", &format!("document.querySelector({other:?})")).await?;
    // It may lie under what stays at the foot of the panel.
    browser.number(&format!("(document.querySelector({other:?}).click(), 1)")).await?;
    browser.until("a correction", "document.querySelector('article .w.corrected')").await?;
    let corrected = "document.querySelector('article .w.corrected').innerText";
    let corrected = browser.text(corrected).await?;
    browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    Ok(corrected)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_opens_anywhere_and_here_again() -> Test {
    let folder = tempfile::tempdir()?;
    let site = Site::start()?;
    let text = format!("行路\r\n\r\n{TEXT}\n</script><script>document.title = 'evil'</script>\n");
    let pasted = text.replace("\r\n", "\n");
    let browser = reading(&site, &text).await?;
    let corrected = correct_something(&browser).await?;
    download_into(&browser, folder.path()).await?;
    press(&browser, "[data-out=save-file]").await?;
    told(&browser, "已經存成").await?;
    let file = downloaded(&browser, folder.path()).await?;
    ensure!(file.file_name().is_some_and(|name| name == "行路.html"), "{}", file.display());
    browser.expect_no_offence().await?;

    // From the disk, with no server at all.
    let address = format!("file://{}", file.display());
    browser.open(&address).await?;
    browser
        .until(
            "its script",
            "document.querySelector('nav') && !document.querySelector('nav').hidden",
        )
        .await?;
    ensure!(browser.text("document.title").await? == "行路");
    let readings =
        "[...document.querySelectorAll('article rt')].map(rt => rt.textContent).join(' ')";
    ensure!(browser.text(readings).await?.contains("guá ài Tâi uân"));
    let shown = browser.text("document.querySelector('article').textContent").await?;
    ensure!(shown.contains("</script><script>"), "the text is not there as text");
    for (look, width, dark) in
        [("light", 1280, false), ("dark", 1280, true), ("light", 390, false), ("dark", 390, true)]
    {
        browser.look_as(width, 844, dark).await?;
        browser.expect_no_sideways_scrolling().await?;
        browser.picture(&format!("out-file-{width}-{look}")).await?;
    }
    let poj = "document.querySelector('#notation option:nth-of-type(2)').textContent";
    ensure!(browser.text(poj).await?.contains("白話字"));
    let choose = |value: &str| {
        format!(
            "(select => {{ select.value = {value:?}; select.dispatchEvent(new Event('change')); return 1; }})(document.querySelector('#notation'))"
        )
    };
    browser.number(&choose("1")).await?;
    ensure!(browser.text(readings).await?.contains("góa ài Tâi oân"));
    browser.number(&choose("-1")).await?;
    ensure!(
        browser.text("getComputedStyle(document.querySelector('rt')).display").await? == "none"
    );
    browser.number(&choose("0")).await?;
    ensure!(
        browser.text("getComputedStyle(document.querySelector('rt')).display").await? != "none"
    );
    let asked = "performance.getEntriesByType('resource').filter(one => !one.name.startsWith('data:')).length";
    ensure!(browser.number(asked).await? == 0, "the file asked for something");
    browser.number("document.fonts.load('16px \"Thakim Reading\"').length ?? 0").await?;
    browser.expect_no_offence().await?;

    // Without scripts it shows what was chosen.
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    browser.open(&address).await?;
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
    ensure!(browser.text(readings).await?.contains("guá ài Tâi uân"));
    ensure!(browser.value("document.querySelector('nav').hidden").await? == json!(true));

    // Here again, in a browser that has never been here, after another program has had it.
    let html = fs::read_to_string(&file)?;
    let grown = format!(
        "<!-- saved by another program -->\n{}",
        html.replace("<body>", "<body class=\"x\"><p>More</p>")
    );
    let again = folder.path().join("again.html");
    fs::write(&again, grown)?;
    let other = Browser::start(&Profile::new()?).await?;
    other.open(&site.url(INPUT)).await?;
    other.until("the form", "document.querySelector('textarea')").await?;
    other.find("input[type=file]").await?.send_keys(again.display().to_string()).await?;
    other.until("the article", &format!("location.pathname === '{PRONUNCIATION}'")).await?;
    complete(&other, &pasted).await?;
    other.until("the correction", "document.querySelector('article .w.corrected')").await?;
    ensure!(
        other.text("document.querySelector('article .w.corrected').innerText").await? == corrected
    );
    other.click("a.back").await?;
    other.expect_draft(&pasted).await?;

    // A damaged one says so, and what stands there stays.
    for (name, html) in [
        ("cut.html", html[..html.find("\"text\"").context("the block")? + 40].to_owned()),
        ("changed.html", html.replace("我愛台灣", "我愛臺灣")),
        ("newer.html", html.replacen("\"version\":1", "\"version\":7", 1)),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, html)?;
        other.find("input[type=file]").await?.send_keys(file.display().to_string()).await?;
        let words = if name == "newer.html" {
            "比較新的「讀音」存的"
        } else {
            "缺了一塊或被改過"
        };
        other.until_it_says(words).await?;
        other.expect_draft(&pasted).await?;
    }
    other.expect_no_offence().await?;
    other.quit().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_holds_the_article() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    browser.choose("notation", "POJ").await?;
    browser.until("白話字", "document.querySelector('article').innerText.includes('góa')").await?;
    let corrected = correct_something(&browser).await?;
    press(&browser, "[data-out=copy-link]").await?;
    told(&browser, "已經複製連結").await?;
    let (link, _) = clipboard(&browser).await?;
    ensure!(link.starts_with(&site.url(&format!("{PRONUNCIATION}#thakim1z."))), "{link}");

    // Somebody else opens it, with an article of their own.
    let other = reading(&site, "我的文章").await?;
    other.open(&link).await?;
    let same = format!(
        "document.querySelector('article .w.corrected')?.innerText === {}",
        json!(corrected)
    );
    other.until_across_loads("the article with its correction", &same).await?;
    complete(&other, TEXT).await?;
    ensure!(
        other.text("location.href").await? == site.url(PRONUNCIATION),
        "the fragment is still there"
    );
    ensure!(other.number("history.length").await? <= 5);
    // As it was shown, and kept as theirs.
    ensure!(other.text("document.querySelector('article').innerText").await?.contains("góa"));
    other.driver.refresh().await?;
    other.until("the article", "document.querySelector('article .w.corrected')").await?;
    other.click("a.back").await?;
    other.expect_draft(TEXT).await?;
    other.expect_no_offence().await?;
    other.quit().await?;

    // Too much for a link is told.
    browser.click("a.back").await?;
    let text: String = (0..40_000u32)
        .map(|index| char::from_u32(0x4E00 + index * 7_919 % 20_000).unwrap_or('一'))
        .collect();
    browser.annotate(&text).await?;
    complete(&browser, &text).await?;
    press(&browser, "[data-out=copy-link]").await?;
    told(&browser, "放不進連結").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_links_open_nothing() -> Test {
    let site = Site::start()?;
    let text = "我的文章";
    let browser = reading(&site, text).await?;
    // What unpacks to far more than a link holds, packed by the browser itself.
    let bomb = "new Response(new Blob([new Uint8Array(64 << 20)]).stream()
            .pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer()
        .then(bytes => new Uint8Array(bytes).toBase64?.({ alphabet: 'base64url' }) ??
            btoa([...new Uint8Array(bytes)].map(byte => String.fromCharCode(byte)).join(''))
                .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))";
    let Value::String(bomb) = browser.awaited(bomb).await? else { bail!("no bomb") };
    let foreign = "eyJmb3JtYXQiOiJ4In0"; // {"format":"x"}
    for (fragment, words) in [
        (format!("thakim1z.{bomb}"), "太大"),
        ("thakim1z.AAAA".to_owned(), "連結不完整"),
        ("thakim1z.".to_owned(), "連結不完整"),
        (format!("thakim1p.{foreign}"), "連結不完整"),
        ("thakim1p._____w".to_owned(), "連結不完整"),
        ("thakim1p.%3Cimg%20src=x%3E".to_owned(), "連結不完整"),
        (format!("thakim1p.{}", "A".repeat(300_000)), "太大"),
        ("thakim9z.AAAA".to_owned(), "比較新的"),
    ] {
        browser.open(&site.url(INPUT)).await?;
        browser.until("the form", "document.querySelector('textarea')").await?;
        // In the same page, as who pastes it into the address bar.
        browser.number(&format!("(location.hash = {}, 1)", json!(fragment))).await?;
        let said = format!("document.querySelector('.arrival')?.textContent.includes({words:?})");
        browser.until(words, &said).await?;
        ensure!(browser.text("location.hash").await?.is_empty(), "the fragment is still there");
        browser.expect_draft(text).await?;
        browser.press("知道了").await?;
        browser.until("the line to go", "!document.querySelector('.arrival p')").await?;
    }
    // A link within the page is none of ours.
    browser.number("(location.hash = 'main', 1)").await?;
    ensure!(browser.text("location.hash").await? == "#main");
    browser.expect_no_offence().await?;
    browser.quit().await
}

/// Prints these pages (all for none), and counts them.
async fn pdf(browser: &Browser, name: &str, pages: &str) -> Result<usize> {
    let options = json!({
        "preferCSSPageSize": true, "printBackground": false, "generateTaggedPDF": false,
        "paperWidth": 8.27, "paperHeight": 11.69, "pageRanges": pages,
    });
    let answer = browser.devtools("Page.printToPDF", options).await?;
    let data = answer["data"].as_str().context("no PDF")?;
    let bytes = from_base64(data);
    if let Some(folder) = std::env::var_os("THAKIM_PICTURES").map(PathBuf::from) {
        fs::write(folder.join(format!("{name}.pdf")), &bytes)?;
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.matches("/Type /Page\n").count())
}

fn from_base64(data: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let letters: Vec<u8> = data.bytes().filter(|letter| *letter != b'=').collect();
    let four = |four: &[u8]| {
        let bits = four.iter().fold(0u32, |bits, letter| bits << 6 | u32::from(value(*letter)))
            << (6 * (4 - four.len()));
        bits.to_be_bytes()[1..four.len()].to_vec()
    };
    letters.chunks(4).flat_map(four).collect()
}

/// Counts what is in the page when the browser prints it, by whichever way.
const COUNT_PRINTED: &str = "(globalThis.printed = 0, addEventListener('beforeprint', () => {
    globalThis.printed = document.querySelectorAll('article ruby').length; }), 1)";

#[tokio::test(flavor = "multi_thread")]
async fn all_of_a_long_article_is_printed() -> Test {
    let site = Site::start()?;
    let text = long(101_000)?;
    let han = text.chars().filter(|letter| is_han(*letter)).count();
    let browser = reading(&site, &text).await?;
    let shown = browser.number("document.querySelectorAll('article ruby').length").await?;
    ensure!(shown < 60_000, "all {shown} characters are in the page: nothing is tested");
    browser.number(COUNT_PRINTED).await?;
    // As the browser says it before it prints (what it prints then, the next test sees): to set three
    // hundred pages takes it minutes.
    browser.number("(dispatchEvent(new Event('beforeprint')), 1)").await?;
    let printed = browser.number("printed").await?;
    ensure!(printed as usize == han, "{printed} of {han} characters were there to be printed");
    browser.number("(dispatchEvent(new Event('afterprint')), 1)").await?;
    // And the page is as light again as it was.
    let light = "document.querySelectorAll('article ruby').length < 60000";
    browser.until("the far sections to go", light).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn paper_has_a_title_and_columns() -> Test {
    let site = Site::start()?;
    let text = article("modern.txt")?;
    let browser = reading(&site, &text).await?;
    browser.click("details.out > summary").await?;
    browser.picture("out-menu").await?;
    browser.click("details.out label:has([name=columns][value='2'])").await?;
    browser.click("details.out label:has([name=margins][value=narrow])").await?;
    ensure!(browser.text("document.querySelector('.reading').dataset.columns").await? == "2");
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    let style = |selector: &str, property: &str| {
        format!("getComputedStyle(document.querySelector({selector:?})).{property}")
    };
    ensure!(browser.text(&style("article", "columnCount")).await? == "2");
    ensure!(browser.text(&style(".bar", "display")).await? == "none");
    ensure!(browser.text(&style("article", "color")).await? == "rgb(0, 0, 0)");
    // It begins with its title; that does not stand there twice.
    ensure!(browser.value("document.querySelector('.paper-title')").await? == Value::Null);
    ensure!(
        browser.text("document.querySelector('.paper-about').innerText").await?.contains("臺羅")
    );
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
    browser.number(COUNT_PRINTED).await?;
    ensure!(pdf(&browser, "out-columns", "").await? >= 1, "nothing was printed");
    let han = text.chars().filter(|letter| is_han(*letter)).count();
    ensure!(browser.number("printed").await? as usize == han, "the page was not filled for print");

    // What was chosen is there next time.
    browser.driver.refresh().await?;
    complete(&browser, &text).await?;
    ensure!(browser.text("document.querySelector('.reading').dataset.columns").await? == "2");
    ensure!(browser.text("document.querySelector('.reading').dataset.margins").await? == "narrow");

    // The button fills the page and prints.
    browser.number("(globalThis.asked = 0, print = () => { globalThis.asked += 1; dispatchEvent(new Event('afterprint')); }, 1)").await?;
    press(&browser, "[data-out=print]").await?;
    browser.until("the browser's own dialogue", "asked === 1").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn other_programs_are_offered_where_there_are_any() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, TEXT).await?;
    let has = browser.value("'share' in navigator").await?;
    ensure!(browser.value("!!document.querySelector('[data-out=share-text]')").await? == has);
    browser
        .before_every_page(
            "navigator.share = async data => { globalThis.shared = { ...data,
                 files: data.files?.map(file => [file.name, file.type]) }; };
             navigator.canShare = () => true;",
        )
        .await?;
    browser.driver.refresh().await?;
    complete(&browser, TEXT).await?;
    press(&browser, "[data-out=share-text]").await?;
    browser.until("what is shared", "globalThis.shared?.text").await?;
    ensure!(browser.text("shared.text").await? == TEXT);
    ensure!(browser.text("shared.title").await? == "台語的冊");
    press(&browser, "[data-out=share-file]").await?;
    browser.until("the file that is shared", "globalThis.shared?.files").await?;
    ensure!(browser.value("shared.files").await? == json!([["台語的冊.html", "text/html"]]));

    // By keyboard alone: the menu opens, closes, and gives the focus back.
    browser.number("(document.querySelector('details.out > summary').focus(), 1)").await?;
    browser.driver.active_element().await?.send_keys(Key::Enter + "").await?;
    browser.until("the menu", "document.querySelector('details.out').open").await?;
    browser.driver.active_element().await?.send_keys(Key::Tab + "").await?;
    ensure!(browser.text("document.activeElement.dataset.form").await? == "characters");
    browser.driver.active_element().await?.send_keys(Key::Escape + "").await?;
    browser.until("the menu to close", "!document.querySelector('details.out').open").await?;
    ensure!(
        browser.value("document.activeElement.matches('details.out > summary')").await?
            == json!(true)
    );
    browser.expect_no_offence().await?;
    browser.quit().await
}
