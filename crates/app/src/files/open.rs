//! Reading a file with the browser's decoders: the text never passes through the page's own memory.

use js_sys::{JsString, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, TextDecoder, TextDecoderOptions};

use super::encoding::plausibility;
use super::{Encoding, Guess, LIMIT, OpenError, guess};

/// A file's text.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its text.
    pub text: JsString,
    /// How it was read.
    pub encoding: Encoding,
}

/// Opens a file.
///
/// # Errors
/// [`OpenError`] says what it is instead of a text of bearable size.
pub async fn open(file: &File) -> Result<Opened, OpenError> {
    let bytes = file.size() as u64;
    if bytes > LIMIT {
        return Err(OpenError::TooLarge { bytes, limit: LIMIT });
    }
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(|error| OpenError::Unreadable(js_sys::Error::from(error).message().into()))?;
    let buffer = Uint8Array::new(&buffer);
    let guessed = guess(&buffer.to_vec());
    match guessed {
        Guess::Binary => Err(OpenError::Binary),
        Guess::Certain(encoding, label) => {
            let text = decode(&buffer, label).ok_or(OpenError::Binary)?;
            Ok(Opened { text, encoding })
        }
        Guess::Legacy => {
            // Either decoder may take bytes of the other; the one that yields Chinese is right.
            [(Encoding::Big5, "big5"), (Encoding::Gbk, "gb18030")]
                .into_iter()
                .filter_map(|(encoding, label)| {
                    Some(Opened { text: decode(&buffer, label)?, encoding })
                })
                .max_by_key(|opened| (plausible(&opened.text), opened.encoding == Encoding::Big5))
                .ok_or(OpenError::Binary)
        }
    }
}

/// The text; none when the bytes are not in this encoding.
fn decode(bytes: &Uint8Array, label: &str) -> Option<JsString> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
    // Called by hand: the typed binding would copy the text into the page's memory.
    let decode: js_sys::Function =
        js_sys::Reflect::get(&decoder, &JsValue::from_str("decode")).ok()?.dyn_into().ok()?;
    decode.call1(&decoder, bytes).ok()?.dyn_into().ok()
}

fn plausible(text: &JsString) -> u32 {
    plausibility(&String::from(text.slice(0, 8_000)))
}
