//! Every notation, tones as spoken, and dialects, on the page.

use anyhow::{Result, ensure};
use thakim_e2e::{Browser, INPUT, Profile, Site};

type Test = Result<()>;

/// Keeps what the page asks of its worker, the last request of each kind.
const LISTEN: &str = "
    globalThis.asked = {};
    const plain = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
        const request = message[0]?.Request?.request;
        if (request) {
            Object.assign(asked, request);
            asked.times = (asked.times ?? 0) + 1;
        }
        return plain.call(this, message, ...rest);
    };
";

async fn reading(site: &Site, text: &str) -> Result<Browser> {
    let browser = Browser::start(&Profile::new()?).await?;
    browser.before_every_page(LISTEN).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(text).await?;
    browser.expect_annotated(text).await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await?;
    Ok(browser)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_notation_is_shown_without_another_annotation() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, "臺灣人食飯。").await?;
    let asked = browser.number("asked.times").await?;
    for (notation, expected) in [
        ("POJ", ["Tâi", "oân", "lâng", "chia̍h", "pn̄g"]),
        ("TPS", ["ㄉㄞˊ", "ㄨㄢˊ", "ㄌㄤˊ", "ㄐㄧㄚㆷ̇", "ㄅㆭ˫"]),
        ("TLPA", ["Tai5", "uan5", "lang5", "ciah8", "png7"]),
        ("TLPA+", ["Tai5", "uan5", "lang5", "ziah8", "png7"]),
        ("BP", ["Dái", "wán", "láng", "ziáh", "bn̂g"]),
        ("TONGIONG", ["Dăi", "uăn", "lăng", "ziah", "bn̄g"]),
        ("DT", ["Dăi", "uăn", "lăng", "ziah", "bn̄g"]),
        ("MPS2", ["Dai5", "uan5", "lang5", "jiah8", "bng7"]),
        ("SNI", ["皆五地", "觀五英", "江五柳", "迦八曾", "鋼七邊"]),
        ("FANQIE", ["徒哀切", "余元切", "盧江切", "秦拆切", "蒲槓切"]),
        ("IPA", ["tai˨˥", "uan˨˥", "laŋ˨˥", "tɕiaʔ˥", "pŋ̍˨˨"]),
        ("KANA", ["タイ𚿳", "ヲァヌ𚿳", "ラン𚿳", "チァ𚿶", "プン𚿵"]),
        ("BRAILLE", ["⠙⠜⠆", "⠻⠆", "⠇⠭⠆", "⠡⠽⠔", "⠏⠬⠒"]),
        ("TL", ["Tâi", "uân", "lâng", "tsia̍h", "pn̄g"]),
    ] {
        browser.choose("notation", notation).await?;
        browser.expect_readings(&expected).await?;
    }
    ensure!(browser.number("asked.times").await? == asked, "the engine was asked again");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn options_of_a_notation_stay_with_it() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, "學著六").await?;
    browser.choose("notation", "TPS").await?;
    browser.expect_readings(&["ㄜㆷ̇"]).await?;
    browser.choose_finer("eighth", "behind").await?;
    browser.expect_readings(&["ㄜㆷ˙"]).await?;
    browser.choose("notation", "POJ").await?;
    browser.expect_readings(&["o̍h"]).await?;
    browser.choose("notation", "TPS").await?;
    browser.expect_readings(&["ㄜㆷ˙"]).await?;
    browser.driver.refresh().await?;
    browser.expect_readings(&["ㄜㆷ˙"]).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn tones_as_spoken_come_and_go_without_the_engine() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, "我愛臺灣。").await?;
    let citation = ["guá", "ài", "Tâi", "uân"];
    browser.expect_readings(&citation).await?;
    let asked = browser.number("asked.times").await?;
    browser.choose("sandhi", "auto").await?;
    browser.expect_readings(&["gua", "ái", "Tāi", "uân"]).await?;
    browser.choose("sandhi", "all").await?;
    browser.expect_readings(&["gua", "ái", "Tāi", "uān"]).await?;
    browser.choose("sandhi", "none").await?;
    browser.expect_readings(&citation).await?;
    ensure!(browser.number("asked.times").await? == asked, "the engine was asked again");
    browser.expect_no_offence().await?;
    browser.quit().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dialect_is_asked_of_the_engine_and_kept() -> Test {
    let site = Site::start()?;
    let browser = reading(&site, "雞、火、日頭。").await?;
    browser.expect_readings(&["ke", "hué", "ji̍t", "thâu"]).await?;
    browser.choose_dialect("quan").await?;
    browser.expect_readings(&["kue", "hé", "li̍t", "thâu"]).await?;
    browser.until_it_says("偏泉腔").await?;
    // Its tones are those of the north.
    browser.choose("sandhi", "all").await?;
    browser.expect_readings(&["kuē", "he", "lit", "thàu"]).await?;
    browser.driver.refresh().await?;
    browser.expect_readings(&["kuē", "he", "lit", "thàu"]).await?;
    browser.choose_dialect("general").await?;
    browser.choose("sandhi", "none").await?;
    browser.expect_readings(&["ke", "hué", "ji̍t", "thâu"]).await?;
    browser.expect_no_offence().await?;
    browser.quit().await
}
