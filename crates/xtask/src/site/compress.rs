//! The precompressed forms that nginx serves: `.br` and `.gz` beside each file.

use std::fs;
use std::io::Write;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

/// What compresses; fonts and pictures are compressed already.
const EXTENSIONS: [&str; 9] =
    ["css", "dict", "html", "js", "json", "svg", "txt", "wasm", "webmanifest"];

/// Writes the compressed forms of every file, where they are smaller. Same input, same bytes.
pub(crate) fn compress_all(files: &[PathBuf]) -> Result<()> {
    let wanted = files.iter().filter(|path| {
        path.extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|e| EXTENSIONS.contains(&e))
    });
    // Each thread takes the next file until none is left: the large ones take seconds.
    let queue = Mutex::new(wanted);
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let handles: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| -> Result<()> {
                    loop {
                        let next = queue.lock().map_or(None, |mut queue| queue.next());
                        let Some(path) = next else { return Ok(()) };
                        compress(path).with_context(|| path.display().to_string())?;
                    }
                })
            })
            .collect();
        handles.into_iter().try_for_each(|handle| match handle.join() {
            Ok(result) => result,
            Err(_) => anyhow::bail!("a compressing thread panicked"),
        })
    })
}

fn compress(path: &Path) -> Result<()> {
    let content = fs::read(path)?;
    for (suffix, compressed) in [("br", brotli(&content)?), ("gz", gzip(&content)?)] {
        if compressed.len() < content.len() {
            let mut name = path.as_os_str().to_owned();
            name.push(".");
            name.push(suffix);
            fs::write(name, compressed)?;
        }
    }
    Ok(())
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        // 16 MiB, the most that browsers take.
        lgwin: 24,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    // Without a time or a name in the header, which would differ from build to build.
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn the_compressed_forms_are_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let text = "讀音 Tha̍k-im\n".repeat(500);
        let files: Vec<_> = ["a.js", "b.png"].iter().map(|name| folder.path().join(name)).collect();
        files.iter().for_each(|path| fs::write(path, &text).unwrap());
        compress_all(&files).unwrap();

        let mut decoded = Vec::new();
        let compressed = fs::read(folder.path().join("a.js.br")).unwrap();
        brotli::BrotliDecompress(&mut &compressed[..], &mut decoded).unwrap();
        assert_eq!(decoded, text.as_bytes());

        let mut decoded = String::new();
        let compressed = fs::read(folder.path().join("a.js.gz")).unwrap();
        flate2::read::GzDecoder::new(&compressed[..]).read_to_string(&mut decoded).unwrap();
        assert_eq!(decoded, text);
        assert!(!folder.path().join("b.png.br").exists(), "a picture is compressed already");
    }

    #[test]
    fn a_file_that_does_not_shrink_has_no_compressed_form() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tiny.js");
        fs::write(&path, "1").unwrap();
        compress_all(std::slice::from_ref(&path)).unwrap();
        assert!(!folder.path().join("tiny.js.br").exists());
        assert!(!folder.path().join("tiny.js.gz").exists());
    }
}
