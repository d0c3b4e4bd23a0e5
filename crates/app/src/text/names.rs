//! What notations, tones, accents and preferences are called.

use thakim_document::Preference;
use thakim_phonology::dialect::Dialect;
use thakim_phonology::sandhi::Mode;
use thakim_phonology::{Notation, ToneStyle};

use super::Words;
use super::t;

/// The ways of showing tones, in the order in which they are offered.
pub const TONE_STYLES: [ToneStyle; 3] = [ToneStyle::Mark, ToneStyle::Number, ToneStyle::None];

/// The ways of showing how tones change in speech, in the order in which they are offered.
pub const SANDHI_MODES: [Mode; 4] = [Mode::None, Mode::Auto, Mode::AllButLast, Mode::All];

/// The name of a notation.
pub fn notation(notation: Notation) -> Words {
    match notation {
        Notation::Tl => t!("notation.tl"),
        Notation::Poj => t!("notation.poj"),
        Notation::Tps => t!("notation.tps"),
        Notation::Tlpa => t!("notation.tlpa"),
        Notation::TlpaPlus => t!("notation.tlpa-plus"),
        Notation::Bp => t!("notation.bp"),
        Notation::Tongiong => t!("notation.tongiong"),
        Notation::Dt => t!("notation.dt"),
        Notation::Mps2 => t!("notation.mps2"),
        Notation::Sni => t!("notation.sni"),
        Notation::Fanqie => t!("notation.fanqie"),
        Notation::Ipa => t!("notation.ipa"),
        Notation::Kana => t!("notation.kana"),
        Notation::Braille => t!("notation.braille"),
    }
}

/// The name of a way of showing tones.
pub fn tone_style(tones: ToneStyle) -> Words {
    match tones {
        ToneStyle::Mark => t!("tones.mark"),
        ToneStyle::Number => t!("tones.number"),
        ToneStyle::None => t!("tones.none"),
    }
}

/// The name of a way of showing how tones change in speech.
pub fn sandhi_mode(mode: Mode) -> Words {
    match mode {
        Mode::None => t!("sandhi.none"),
        Mode::Auto => t!("sandhi.auto"),
        Mode::AllButLast => t!("sandhi.all-but-last"),
        Mode::All => t!("sandhi.all"),
    }
}

/// The name of an accent.
pub fn dialect(dialect: Dialect) -> Words {
    match dialect {
        Dialect::General => t!("dialect.general"),
        Dialect::Zhang => t!("dialect.zhang"),
        Dialect::Yilan => t!("dialect.yilan"),
        Dialect::Taichung => t!("dialect.taichung"),
        Dialect::Tainan => t!("dialect.tainan"),
        Dialect::Kaohsiung => t!("dialect.kaohsiung"),
        Dialect::Taipei => t!("dialect.taipei"),
        Dialect::Magong => t!("dialect.magong"),
        Dialect::Lukang => t!("dialect.lukang"),
        Dialect::Sansia => t!("dialect.sansia"),
        Dialect::Kinmen => t!("dialect.kinmen"),
        Dialect::Amoy => t!("dialect.amoy"),
        Dialect::Zhangzhou => t!("dialect.zhangzhou"),
        Dialect::Quanzhou => t!("dialect.quanzhou"),
        Dialect::Penang => t!("dialect.penang"),
        Dialect::Singapore => t!("dialect.singapore"),
    }
}

/// Where an accent is spoken and what it sounds like.
pub fn dialect_about(dialect: Dialect) -> Words {
    match dialect {
        Dialect::General => t!("dialect.general-about"),
        Dialect::Zhang => t!("dialect.zhang-about"),
        Dialect::Yilan => t!("dialect.yilan-about"),
        Dialect::Taichung => t!("dialect.taichung-about"),
        Dialect::Tainan => t!("dialect.tainan-about"),
        Dialect::Kaohsiung => t!("dialect.kaohsiung-about"),
        Dialect::Taipei => t!("dialect.taipei-about"),
        Dialect::Magong => t!("dialect.magong-about"),
        Dialect::Lukang => t!("dialect.lukang-about"),
        Dialect::Sansia => t!("dialect.sansia-about"),
        Dialect::Kinmen => t!("dialect.kinmen-about"),
        Dialect::Amoy => t!("dialect.amoy-about"),
        Dialect::Zhangzhou => t!("dialect.zhangzhou-about"),
        Dialect::Quanzhou => t!("dialect.quanzhou-about"),
        Dialect::Penang => t!("dialect.penang-about"),
        Dialect::Singapore => t!("dialect.singapore-about"),
    }
}

/// The name of a preference, as it is chosen.
pub fn preference(preference: Preference) -> Words {
    match preference {
        Preference::Auto => t!("preference.auto"),
        Preference::Colloquial => t!("preference.colloquial"),
        Preference::Literary => t!("preference.literary"),
    }
}

/// The present choices in a few words: 「臺羅 · 調符 · 自動」, and of what few people change only what is
/// changed: 「臺羅 · 調符 · 標變調 · 偏泉腔 · 自動」.
pub fn choices(settings: crate::settings::Settings, readings: Preference) -> String {
    let mut said = vec![notation(settings.notation), tone_style(settings.tones)];
    if settings.sandhi != Mode::None {
        said.push(sandhi_mode(settings.sandhi));
    }
    if settings.dialect != Dialect::General {
        said.push(dialect(settings.dialect));
    }
    said.push(preference(readings));
    said.join(" · ")
}
