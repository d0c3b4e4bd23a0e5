//! One's own dictionary: words that stand above the built-in one, in every article and every tab.

use std::fs;

use anyhow::{Result, ensure};
use thakim_e2e::{Browser, INPUT, Profile, Site};
use thirtyfour::{Key, TypingData, WindowHandle};

type Test = Result<()>;

const DICTIONARY: &str = "/dictionary/";

const ROWS: &str = "document.querySelectorAll('.own-entries li').length";

/// A browser at the page of the dictionary.
async fn at_dictionary(site: &Site, profile: &Profile) -> Result<Browser> {
    let browser = Browser::start(profile).await?;
    browser.open(&site.url(DICTIONARY)).await?;
    browser.until("the form", "document.querySelector('#word')").await?;
    Ok(browser)
}

/// Types a word and its reading, and takes them with Enter.
async fn add(browser: &Browser, word: &str, reading: &str) -> Test {
    browser.paste("#word", word).await?;
    browser.paste("#reading", reading).await?;
    browser.find("#reading").await?.send_keys(Key::Enter).await?;
    Ok(())
}

/// Waits until these are the words in the list, each with its reading.
async fn expect_words(browser: &Browser, expected: &[&str]) -> Test {
    let expected = serde_json::to_string(expected)?;
    let same = format!(
        "JSON.stringify([...document.querySelectorAll('.own-entries li')].map(row =>
            row.querySelector('.own-surface').textContent + ' ' + row.querySelector('.said').textContent))
            === JSON.stringify({expected})"
    );
    browser.until(&format!("the words {expected}"), &same).await
}

async fn press(browser: &Browser, key: impl Into<TypingData>) -> Test {
    Ok(browser.driver.active_element().await?.send_keys(key).await?)
}

/// The value of a field.
async fn value_of(browser: &Browser, field: &str) -> Result<String> {
    browser.text(&format!("document.querySelector({field:?}).value")).await
}

/// What has the focus: its classes or its id.
async fn focused(browser: &Browser) -> Result<String> {
    browser.text("document.activeElement.id || document.activeElement.className").await
}

async fn import(browser: &Browser, name: &str, text: &str) -> Test {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join(name);
    fs::write(&file, text)?;
    browser.find("input[type=file]").await?.send_keys(file.display().to_string()).await?;
    browser.until_it_says(name).await
}

/// Presses the button of the export; what the file holds, and its name.
async fn export(browser: &Browser) -> Result<(String, String)> {
    let catch = "(URL.createObjectURL = blob => { globalThis.given = blob; return 'blob:caught'; },
        HTMLAnchorElement.prototype.click = function () { globalThis.named = this.download; }, 1)";
    browser.number(catch).await?;
    browser.press("匯出 TSV").await?;
    browser.until("a file", "globalThis.named").await?;
    let text = browser.awaited("given.text()").await?;
    let name = browser.text("named").await?;
    browser.value("(delete globalThis.named, 1)").await?;
    Ok((text.as_str().unwrap_or_default().to_owned(), name))
}

/// Opens another tab at an address and goes there.
async fn open_tab(browser: &Browser, url: &str) -> Result<WindowHandle> {
    let tab = browser.driver.new_tab().await?;
    browser.driver.switch_to_window(tab.clone()).await?;
    browser.open(url).await?;
    Ok(tab)
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_added_found_changed_and_deleted() -> Test {
    let site = Site::start()?;
    let browser = at_dictionary(&site, &Profile::new()?).await?;
    browser.until_it_says("還沒有詞。").await?;

    // What is typed is checked with every letter, and what is wrong is not taken.
    browser.paste("#word", "銀行").await?;
    browser.paste("#reading", "gin5").await?;
    press(&browser, Key::Enter).await?;
    browser.until_it_says("「銀行」有 2 個字，打了 1 個音節。").await?;
    ensure!(browser.number(ROWS).await? == 0);
    ensure!(focused(&browser).await? == "reading", "the focus goes to what is wrong");
    let invalid = "document.querySelector('#reading').ariaInvalid === 'true'";
    browser.until("the field marked", invalid).await?;
    // The built-in dictionary knows the word; its reading can be taken over.
    browser.until("the built-in reading", "document.querySelector('.own-built-in button')").await?;
    browser.click(".own-built-in button").await?;
    browser
        .until(
            "the reading in the field",
            "document.querySelector('#reading').value === 'gîn-hâng'",
        )
        .await?;

    add(&browser, "銀行", "gin5-kiann5").await?;
    expect_words(&browser, &["銀行 gîn-kiânn"]).await?;
    ensure!(focused(&browser).await? == "word" && value_of(&browser, "#word").await?.is_empty());
    add(&browser, "行", "kiânn").await?;
    add(&browser, "T恤", "ti-sut").await?;
    browser.until_it_says("詞只能是漢字，「T」不是。").await?;
    add(&browser, "\u{2A6D6}", "lông").await?;
    let all = ["行 kiânn", "銀行 gîn-kiânn", "\u{2A6D6} lông"];
    expect_words(&browser, &all).await?;
    browser.until_it_says("3 個詞，3 個讀音").await?;
    browser.until_it_says("在這裡打的").await?;
    add(&browser, "行", "kiann5").await?;
    browser.until_it_says("「行」本來就有這個讀音。").await?;

    // By characters, by a reading with tones or without, and while it is typed.
    for (typed, expected) in [
        ("行", &all[..2]),
        ("gin5-kiann5", &all[1..2]),
        ("kiann", &all[..2]),
        ("gin-k", &all[1..2]),
        ("kiann7", &[]),
        ("", &all),
    ] {
        browser.paste("#find-words", typed).await?;
        expect_words(&browser, expected).await?;
    }

    // Changed, by keyboard alone; Escape leaves it as it was.
    browser.find(".own-entries li:nth-child(2) .own-edit").await?.send_keys(Key::Enter).await?;
    browser.until("the word in the form", "document.activeElement.id === 'reading'").await?;
    browser.until_it_says("改「銀行」").await?;
    press(&browser, Key::Escape).await?;
    browser
        .until("the focus back", "document.activeElement.matches('[data-id] .own-edit')")
        .await?;
    ensure!(value_of(&browser, "#word").await?.is_empty());
    press(&browser, Key::Enter).await?;
    browser.until("the word in the form", "document.activeElement.id === 'reading'").await?;
    browser.paste("#reading", "gin5-hang5").await?;
    browser.paste("#remark", "厝邊的銀行").await?;
    browser.find("#remark").await?.send_keys(Key::Enter).await?;
    expect_words(&browser, &[all[0], "銀行 gîn-hâng", all[2]]).await?;
    browser.until_it_says("厝邊的銀行").await?;
    browser
        .until("the focus back", "document.activeElement.matches('[data-id] .own-edit')")
        .await?;

    // Deleted, and back.
    browser.click(".own-entries li:nth-child(2) .own-delete").await?;
    expect_words(&browser, &[all[0], all[2]]).await?;
    browser.until("the next one", "document.activeElement.matches('.own-delete')").await?;
    browser.press("復原").await?;
    expect_words(&browser, &[all[0], "銀行 gîn-hâng", all[2]]).await?;
    browser.picture("dictionary").await?;

    // A reload keeps all of it, and what stands in the form.
    browser.paste("#word", "圖圖哥").await?;
    browser.paste("#reading", "Too5-too").await?;
    browser.driver.refresh().await?;
    expect_words(&browser, &[all[0], "銀行 gîn-hâng", all[2]]).await?;
    ensure!(value_of(&browser, "#word").await? == "圖圖哥");
    ensure!(value_of(&browser, "#reading").await? == "Too5-too");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_is_read_with_the_words_in_every_tab() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    let text = "我愛去銀行行路。\n";
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(text).await?;
    browser.expect_annotated(text).await?;
    browser.expect_readings(&["guá", "ài", "khì", "gîn", "hâng", "kiânn", "lōo"]).await?;
    let article = browser.driver.window().await?;

    // A word is added in another tab: a third one lists it, the article is read anew.
    let first = open_tab(&browser, &site.url(DICTIONARY)).await?;
    browser.until("the form", "document.querySelector('#word')").await?;
    let second = open_tab(&browser, &site.url(DICTIONARY)).await?;
    browser.until("the form", "document.querySelector('#word')").await?;
    add(&browser, "去銀行", "khù-gûn-hông").await?;
    add(&browser, "行", "ka").await?;
    expect_words(&browser, &["去銀行 khù-gûn-hông", "行 ka"]).await?;
    browser.driver.switch_to_window(first.clone()).await?;
    expect_words(&browser, &["去銀行 khù-gûn-hông", "行 ka"]).await?;
    browser.driver.switch_to_window(article.clone()).await?;
    // A single character is read so only where it is a word by itself, which it is not in 行路.
    browser.expect_readings(&["guá", "ài", "khù", "gûn", "hông", "kiânn", "lōo"]).await?;
    browser
        .until(
            "nothing uncertain there",
            "!document.querySelectorAll('article .w.uncertain').length",
        )
        .await?;
    // The panel names the dictionary.
    browser.click("article .w:nth-of-type(3)").await?;
    browser.until_it_says("自己的詞典").await?;
    press(&browser, Key::Escape).await?;

    // A reload reads it so at once.
    browser.driver.refresh().await?;
    browser.expect_annotated(text).await?;
    browser.expect_readings(&["guá", "ài", "khù", "gûn", "hông", "kiânn", "lōo"]).await?;

    // Deleted in one tab, it is gone from all.
    browser.driver.switch_to_window(second).await?;
    browser.click(".own-entries li:nth-child(1) .own-delete").await?;
    expect_words(&browser, &["行 ka"]).await?;
    browser.driver.switch_to_window(first).await?;
    expect_words(&browser, &["行 ka"]).await?;
    browser.driver.switch_to_window(article).await?;
    browser.expect_readings(&["guá", "ài", "khì", "gîn", "hâng", "kiânn", "lōo"]).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_for_always_is_an_entry() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    let text = "辻。辻。\n";
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(text).await?;
    browser.expect_annotated(text).await?;
    browser.click("article .w").await?;
    browser.until("the scopes", "document.querySelector('.why [name=scope]')").await?;
    browser.click(".why label:has([name=scope][value=always])").await?;
    browser.paste("#typed", "tsip8").await?;
    browser.find("#typed").await?.send_keys(Key::Enter).await?;
    browser.expect_readings(&["tsi̍p", "tsi̍p"]).await?;
    press(&browser, Key::Escape).await?;
    browser.open(&site.url(DICTIONARY)).await?;
    expect_words(&browser, &["辻 tsi̍p"]).await?;
    browser.until_it_says("在文章裡改的").await?;

    // Another article is read so from the beginning.
    browser.open(&site.url(INPUT)).await?;
    let other = "這是辻。\n";
    browser.annotate(other).await?;
    browser.expect_annotated(other).await?;
    let last = "document.querySelector('article ruby:last-of-type rt').textContent";
    browser.until("the reading", &format!("[...document.querySelectorAll('article rt')].at(-1).textContent === 'tsi̍p' || {last} === 'tsi̍p'")).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_come_in_with_their_faults_named_and_go_out_as_they_came() -> Test {
    let site = Site::start()?;
    let browser = at_dictionary(&site, &Profile::new()?).await?;
    let table = "word\treading\tlabel\taccent\tcount\n\
                 圖圖哥\tTôo-tôo-ko\t\t\t3\n\
                 字\tjī\t文\t1\t\n\
                 字\tlī\t文\t2\t\n\
                 食飽\ttsia̍h--pá\t白\t\t\n\
                 \u{200CC}\tlán\t\t\t\n";
    import(&browser, "good.tsv", table).await?;
    browser.until_it_says("從「good.tsv」讀進 5 筆。").await?;
    browser.until_it_says("從「good.tsv」匯入").await?;
    let (given, name) = export(&browser).await?;
    ensure!(given == table, "it went out as {given:?}");
    ensure!(name.starts_with("thakim-words-") && name.ends_with(".tsv"), "{name}");

    // Once more, with new words and with lines that are none.
    let faulty = "word\treading\tlabel\n\
                  圖圖哥\tToo5-too5-ko\t\n\
                  讀音\ttha̍k\t\n\
                  T恤\tti-sut\t\n\
                  好\tho2\t白\n\
                  音\tim\t音\n\
                  人\tlâng/jîn\t\n";
    import(&browser, "faulty.tsv", faulty).await?;
    for words in [
        "從「faulty.tsv」讀進 3 筆。",
        "本來就有的 1 筆。",
        "沒讀進的有 3 行",
        "第 3 行：詞有 2 個字，讀音有 1 個音節，要一樣多。",
        "第 4 行：詞只能是漢字，「T」不是。",
        "第 6 行：類別只有文、白、俗、替，或者空著；看到的是「音」",
    ] {
        browser.until_it_says(words).await?;
    }
    browser.picture("dictionary-import").await?;
    ensure!(browser.number(ROWS).await? == 8);
    browser.press("復原").await?;
    browser.until("the words before", &format!("{ROWS} === 5")).await?;
    let (given, _) = export(&browser).await?;
    ensure!(given == table, "an import that was taken back left {given:?}");

    // What is no table, and what is no text.
    import(&browser, "page.html", "<html>\n<p>no\n").await?;
    browser.until_it_says("第 1 行：應該是欄名 word 和 reading").await?;
    let folder = tempfile::tempdir()?;
    let picture = folder.path().join("picture.tsv");
    fs::write(&picture, [0x89, b'P', b'N', b'G', 0, 0, 0, 13, 0, 1])?;
    browser.find("input[type=file]").await?.send_keys(picture.display().to_string()).await?;
    browser.until_it_says("這不是純文字檔").await?;

    // A file can be dropped, its words found by where they come from.
    let drop = "(() => {
        const files = new DataTransfer();
        files.items.add(new File(['word\\treading\\n山\\tsuann\\n'], 'dropped.tsv'));
        const list = document.querySelector('.own-list');
        const event = { bubbles: true, cancelable: true, dataTransfer: files };
        const over = new DragEvent('dragover', event);
        list.dispatchEvent(over);
        list.dispatchEvent(new DragEvent('drop', event));
        return over.defaultPrevented ? 1 : 0;
    })()";
    ensure!(browser.number(drop).await? == 1, "the page does not take what is dragged over it");
    browser.until_it_says("從「dropped.tsv」讀進 1 筆。").await?;
    browser
        .until(
            "the choice of sources",
            "document.querySelectorAll('.own-tools option').length === 3",
        )
        .await?;
    browser.click(".own-tools option:nth-child(2)").await?;
    expect_words(&browser, &["山 suann"]).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_words_are_paged_searched_and_deleted() -> Test {
    let site = Site::start()?;
    let profile = Profile::new()?;
    let browser = at_dictionary(&site, &profile).await?;
    let mut table = String::from("word\treading\n");
    let begin = u32::from('一');
    for letter in (begin..begin + 10_000).filter_map(char::from_u32) {
        table.push_str(&format!("{letter}山\tka-suann\n"));
    }
    import(&browser, "many.tsv", &table).await?;
    browser.until_it_says("從「many.tsv」讀進 10,000 筆。").await?;
    browser.until("a page", &format!("{ROWS} === 50")).await?;
    browser.until_it_says("第 1–50 筆，共 10,000 筆").await?;
    browser.press("下一頁").await?;
    browser.until_it_says("第 51–100 筆，共 10,000 筆").await?;
    browser.paste("#find-words", "人").await?;
    expect_words(&browser, &["人山 ka-suann"]).await?;
    browser.paste("#find-words", "ka1-suann1").await?;
    browser.until_it_says("找到 10,000 筆，共 10,000 筆").await?;

    // They are kept, and the article is read with them.
    browser.driver.refresh().await?;
    browser.until_it_says("10,000 個詞，10,000 個讀音").await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate("人山。\n").await?;
    browser.expect_readings(&["ka", "suann"]).await?;

    browser.open(&site.url(DICTIONARY)).await?;
    browser.until("a page", &format!("{ROWS} === 50")).await?;
    browser.paste("#find-words", "山").await?;
    browser.press("刪掉這 10,000 筆").await?;
    browser.until("no word", &format!("{ROWS} === 0")).await?;
    browser.press("復原").await?;
    browser.until_it_says("10,000 個詞，10,000 個讀音").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

/// Has the object store of the words refuse what is put into it, until the page says otherwise.
const FULL: &str = "
    globalThis.isFull = true;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...record) {
        if (isFull && this.name === 'words') throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, record);
    };
";

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_can_be_kept_it_is_told_and_nothing_is_lost() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    browser.before_every_page(FULL).await?;
    browser.open(&site.url(DICTIONARY)).await?;
    browser.until("the form", "document.querySelector('#word')").await?;
    add(&browser, "銀行", "ka-ka").await?;
    browser.until_it_says("瀏覽器的空間滿了").await?;
    add(&browser, "山", "ka").await?;
    expect_words(&browser, &["山 ka", "銀行 ka-ka"]).await?;
    browser.picture("dictionary-full").await?;

    // They hold in this tab, in an article too.
    browser.click("footer a[href='/article_pronunciation/input/']").await?;
    browser.annotate("銀行。\n").await?;
    browser.expect_readings(&["ka", "ka"]).await?;
    browser.value("history.go(-2)").await?;
    browser.until("the page of the dictionary", "document.querySelector('#word')").await?;

    // Once there is room, all of it is kept.
    browser.value("(globalThis.isFull = false, 1)").await?;
    browser.press("再試").await?;
    browser.until("no trouble", "!document.querySelector('.trouble p')").await?;
    let kept = "new Promise(done => { indexedDB.open('thakim').onsuccess = ({ target }) => {
        const words = target.result.transaction('words').objectStore('words').getAll();
        words.onsuccess = () => { target.result.close(); done(words.result.map(it => it.word).sort().join()); };
    }; })";
    ensure!(browser.awaited(kept).await? == "山,銀行");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_keeps_nothing_says_so() -> Test {
    let site = Site::start()?;
    let browser = Browser::start(&Profile::new()?).await?;
    let none =
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };";
    browser.before_every_page(none).await?;
    browser.open(&site.url(DICTIONARY)).await?;
    browser.until_it_says("瀏覽器不讓這一頁存東西").await?;
    add(&browser, "銀行", "ka-ka").await?;
    expect_words(&browser, &["銀行 ka-ka"]).await?;
    let (given, _) = export(&browser).await?;
    ensure!(given.contains("銀行\tka-ka"));
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn it_fits_every_window() -> Test {
    let site = Site::start()?;
    let browser = at_dictionary(&site, &Profile::new()?).await?;
    let table = "word\treading\tlabel\tnote\n\
                 銀行\tgîn-hâng\t文\t厝邊彼間\n\
                 臺灣閩南語常用詞辭典\tTâi-uân-bân-lâm-gí-siông-iōng-sû-sû-tián\t\t足長的詞\n\
                 \u{2A6D6}\tlông\t\t\n";
    import(&browser, "a-file-with-a-rather-long-name-for-a-phone.tsv", table).await?;
    browser.until("the words", &format!("{ROWS} === 3")).await?;
    browser.paste("#word", "讀音").await?;
    browser.paste("#reading", "thak8-").await?;
    browser.until("the built-in reading", "document.querySelector('.own-built-in button')").await?;
    for (width, dark) in [(320, false), (390, true), (1280, false), (1280, true)] {
        browser.look_as(width, 900, dark).await?;
        browser.expect_no_sideways_scrolling().await?;
        // A phone makes its window as wide as what does not fit.
        let window = browser.number("innerWidth").await?;
        ensure!(window == u64::from(width), "{window} px in a window of {width}");
        let scheme = if dark { "dark" } else { "light" };
        browser.picture(&format!("dictionary-{width}-{scheme}")).await?;
        let small = "[...document.querySelectorAll('main :is(button, select, label.file, input:not([type=file]))')]
            .map(one => one.getBoundingClientRect()).filter(box => box.height < 24 || box.width < 24).length";
        ensure!(browser.number(small).await? == 0, "there are targets under 24 px");
    }
    browser.expect_no_offence().await?;
    browser.quit().await
}
