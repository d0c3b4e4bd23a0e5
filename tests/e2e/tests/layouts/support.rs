//! What the tests of layouts share.

use anyhow::{Result, ensure};
use serde_json::json;
use thakim_e2e::{Browser, INPUT, Profile, Site};
use thirtyfour::TypingData;

pub(crate) type Test = Result<()>;

/// Every syllable with a stop or a mark that 方音符號 set apart, and what no line may begin with.
pub(crate) const TEXT: &str = "臺灣人講「臺語」，一粒一粒的米，攏總食落去。我毋知影，你欲佗位去？學生入學校，讀冊、寫字，\
                    逐工攏真歡喜。阿母煮飯，阿爸去田裡做穡，艱苦是艱苦，毋過逐家攏真骨力。\n\n𪜶兜有一隻狗仔。\n";

/// In the page: where characters and their readings are.
pub(crate) const GEOMETRY: &str = "
    globalThis.box = node => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { left, right, top, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
    };
    globalThis.rubies = () => [...document.querySelectorAll('article ruby:not(.unknown)')];
    globalThis.pairs = selector => rubies().map(ruby =>
        [box(ruby.firstChild), ruby.querySelector(selector)]).filter(([, rt]) => rt)
        .map(([base, rt]) => [base, box(rt)]);
    // The box of a text is higher than its ink: by three tenths of its size at either edge.
    globalThis.edge = base => (base.bottom - base.top) * 0.3;
    globalThis.places = {
        over: (base, said) => said.bottom <= base.top + edge(base) && Math.abs(said.x - base.x) < 7,
        under: (base, said) => said.top >= base.bottom - edge(base) && Math.abs(said.x - base.x) < 7,
        right: (base, said) => said.left >= base.right - 1 && Math.abs(said.y - base.y) < 6
            && said.left < base.right + 30,
        left: (base, said) => said.right <= base.left + edge(base) && Math.abs(said.y - base.y) < 12,
    };
    globalThis.outOfPlace = (place, selector) => pairs(selector).filter(([base, said]) =>
        !places[place](base, said)).slice(0, 3);
";

/// A browser that shows the text.
pub(crate) async fn reading(site: &Site, text: &str) -> Result<Browser> {
    let browser = Browser::start(&Profile::new()?).await?;
    browser.before_every_page(GEOMETRY).await?;
    browser.open(&site.url(INPUT)).await?;
    browser.annotate(text).await?;
    browser.expect_annotated(text).await?;
    browser.until("the end of the annotation", "!document.querySelector('.now button')").await?;
    Ok(browser)
}

/// Chooses in the panel of the layout, by script, so that the pointer rests where it was.
pub(crate) async fn lay(browser: &Browser, group: &str, value: &str) -> Test {
    browser.make_panels().await?;
    let choose = format!(
        "(() => {{
            const radio = document.querySelector('.layout input[name={group}][value={value:?}]');
            if (radio) return radio.click(), 1;
            const select = document.querySelector('.layout select[name={group}]');
            select.value = {value:?};
            select.dispatchEvent(new Event('change', {{ bubbles: true }}));
            return 1;
        }})()"
    );
    browser.number(&choose).await?;
    Ok(())
}

pub(crate) async fn expect_none(browser: &Browser, what: &str, list: &str) -> Test {
    let found = browser.value(list).await?;
    ensure!(found == json!([]), "{what}: {found}");
    Ok(())
}

/// Waits until as many readings of a selector are there as characters have one, and that they are in place.
pub(crate) async fn expect_in_place(browser: &Browser, place: &str, selector: &str) -> Test {
    let what = format!("{selector} {place}");
    let all =
        format!("pairs({selector:?}).length > 0 && pairs({selector:?}).length === rubies().length");
    browser.until(&what, &all).await?;
    let settled = format!("outOfPlace({place:?}, {selector:?}).length === 0");
    browser
        .until(
            &format!(
                "{what}, out of place are first {}",
                browser.value(&format!("outOfPlace({place:?}, {selector:?})")).await?
            ),
            &settled,
        )
        .await
}

pub(crate) async fn press(browser: &Browser, key: impl Into<TypingData>) -> Test {
    Ok(browser.driver.active_element().await?.send_keys(key).await?)
}
