//! Classical Chinese: literary readings are offered, taken or declined; and why a word is read so.

use anyhow::{Result, ensure};
use thakim_e2e::{Browser, INPUT, Profile, Site, article};

type Test = Result<()>;

/// The readings over a character, wherever it stands in the article.
fn readings_of(letter: char) -> String {
    format!(
        "[...document.querySelectorAll('article ruby')]
            .filter(ruby => ruby.firstChild.textContent === '{letter}')
            .map(ruby => ruby.querySelector('rt').textContent)"
    )
}

/// A browser that shows the text, all of it read.
async fn reading(site: &Site, text: &str) -> Result<Browser> {
    let browser = Browser::start(&Profile::new()?).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(text).await?;
    browser.expect_annotated(text).await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await?;
    Ok(browser)
}

async fn press(browser: &Browser, selector: &str) -> Test {
    // By script: the driver would scroll the page to reach what stands fixed in it.
    let press = format!("(document.querySelector({selector:?}).click(), 1)");
    browser.number(&press).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn literary_readings_are_offered_for_classical_text() -> Test {
    let site = Site::start()?;
    let text = article("classical.txt")?;
    let browser = reading(&site, &text).await?;
    browser.until_it_says("這篇看起來是文言文。").await?;
    browser.expect_no_sideways_scrolling().await?;
    browser.picture("offer").await?;
    let of_person = readings_of('人');
    let all_literary = format!("{of_person}.every(reading => reading === 'jîn')");
    ensure!(browser.value(&all_literary).await? == false, "there is nothing to change");
    browser.click(".offer button").await?;
    browser.until("人 as jîn throughout", &all_literary).await?;
    browser.expect_annotated(&text).await?;
    for (letter, literary) in [('有', "iú"), ('行', "hîng"), ('食', "si̍t"), ('大', "tāi")]
    {
        let all = format!("{}.every(reading => reading === '{literary}')", readings_of(letter));
        ensure!(browser.value(&all).await? == true, "{letter} is not always read {literary}");
    }
    browser.until("no offer", "!document.querySelector('.offer button')").await?;

    // It stays, and is not offered again.
    browser.driver.refresh().await?;
    browser.expect_annotated(&text).await?;
    browser.until("人 as jîn throughout", &all_literary).await?;
    browser.until("no offer", "!document.querySelector('.offer button')").await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_is_declined_for_good() -> Test {
    let site = Site::start()?;
    let text = article("classical.txt")?;
    let browser = reading(&site, &text).await?;
    browser.until("the offer", "document.querySelector('.offer button')").await?;
    let before = browser.value(&readings_of('人')).await?;
    browser.click(".offer button:last-child").await?;
    browser.until("no offer", "!document.querySelector('.offer button')").await?;
    ensure!(browser.value(&readings_of('人')).await? == before, "the readings changed");
    browser.driver.refresh().await?;
    browser.expect_annotated(&text).await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await?;
    ensure!(browser.number("document.querySelectorAll('.offer button').length").await? == 0);
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn classical_passages_of_a_modern_text_are_offered_by_themselves() -> Test {
    let site = Site::start()?;
    let poem = "晉太元中，武陵人捕魚為業。緣溪行，忘路之遠近。\n辛卯春日\n\
                見漁人，乃大驚，問所從來，具答之。\n";
    let modern = article("modern.txt")?;
    let text = format!("{}\n\n{poem}\n{modern}", modern.trim_end());
    let browser = reading(&site, &text).await?;
    browser.until_it_says("有 2 段看起來是文言文。").await?;
    browser.click(".offer button").await?;
    // The short line between them comes along, the modern text does not.
    let passages = "[...document.querySelectorAll('article [data-readings=literary]')]
        .map(line => line.querySelector('ruby')?.firstChild.textContent ?? '').join('')";
    browser.until("the passage", &format!("{passages} === '晉辛見'")).await?;
    browser.until("no offer", "!document.querySelector('.offer button')").await?;
    browser.expect_annotated(&text).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_panel_says_what_decided() -> Test {
    let site = Site::start()?;
    let text = "人行佇路裡。\n重要的代誌。\n陳文成\n佇后面\n二〇二四年\n";
    let browser = reading(&site, text).await?;
    let words = "[...document.querySelectorAll('article .w')].map(word =>
        [...word.querySelectorAll('ruby')].map(ruby => ruby.firstChild.textContent).join(''))";
    let words = browser.value(words).await?;
    let words: Vec<&str> =
        words.as_array().into_iter().flatten().filter_map(|word| word.as_str()).collect();
    let mut told = Vec::new();
    for (index, word) in words.iter().enumerate() {
        browser
            .number(&format!("(document.querySelectorAll('article .w')[{index}].click(), 1)"))
            .await?;
        let same = format!("document.querySelector('.why h2')?.textContent === {word:?}");
        browser.until(word, &same).await?;
        browser
            .until("the answer", "document.querySelector('.asking')?.textContent === ''")
            .await?;
        browser.until("the reasons", "document.querySelector('.why .reasons li')").await?;
        let reasons = "[...document.querySelectorAll('.why .reasons li:not(.sources)')]
            .map(reason => reason.textContent).join('\\n')";
        told.push(browser.text(reasons).await?);
        press(&browser, ".why .close").await?;
    }
    let of = |surface: &str| {
        let index = words.iter().position(|word| *word == surface);
        index.map(|index| told[index].as_str()).unwrap_or_default()
    };
    let all = told.join("\n");
    ensure!(of("人").contains("這樣讀") && of("人").contains("支持"), "人: {}", of("人"));
    ensure!(all.contains("行首"), "nothing of where a line begins in {all}");
    ensure!(of("后面") == "字典寫作「後面」，只有這個讀音", "后面: {}", of("后面"));
    ensure!(of("二〇二四") == "數字或人名，依規則讀", "二〇二四: {}", of("二〇二四"));
    ensure!(!all.contains('¶') && !all.contains("「」"), "raw signs in {all}");
    browser.expect_no_offence().await?;
    browser.quit().await
}
