//! Text from files and pipes, in chunks that can be annotated on their own.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use thakim_engine::complete_pieces;
use thiserror::Error;

/// Why a text could not be read.
#[derive(Debug, Error)]
pub(crate) enum InputError {
    /// The file cannot be opened.
    #[error("cannot open {file}: {cause}; check the name and your rights to it")]
    Open {
        /// As it was given.
        file: String,
        /// What the system says.
        cause: io::Error,
    },
    /// Reading failed.
    #[error("cannot read {file}: {cause}")]
    Read {
        /// As it was given.
        file: String,
        /// What the system says.
        cause: io::Error,
    },
    /// The bytes are not UTF-8.
    #[error(
        "{file} is not UTF-8: byte {byte} (line {line}) begins no character; convert it first, for \
         example with `iconv -f BIG5 -t UTF-8`"
    )]
    NotUtf8 {
        /// As it was given.
        file: String,
        /// The offset of the first faulty byte, from 1.
        byte: u64,
        /// The line that it stands in, from 1.
        line: u64,
    },
}

/// How many bytes are asked for at a time.
const READ_BYTES: usize = 64 * 1024;

/// A text in chunks of whole lines (and pieces of very long ones), in constant memory.
pub(super) struct Chunks {
    file: String,
    reader: Box<dyn Read>,
    /// Bytes that were read and not yet given out.
    buffer: Vec<u8>,
    /// How much of the buffer the last chunk was.
    given: usize,
    at_end: bool,
    /// Bytes and line breaks given out before the buffer.
    bytes_before: u64,
    lines_before: u64,
}

impl Chunks {
    pub(super) fn open(file: &Path) -> Result<Chunks, InputError> {
        let name = file.display().to_string();
        let (name, reader): (String, Box<dyn Read>) = if name == "-" {
            ("standard input".to_owned(), Box::new(io::stdin()))
        } else {
            match File::open(file) {
                Ok(file) => (name, Box::new(file)),
                Err(cause) => return Err(InputError::Open { file: name, cause }),
            }
        };
        Ok(Chunks::of(name, reader))
    }

    fn of(file: String, reader: Box<dyn Read>) -> Chunks {
        Chunks {
            file,
            reader,
            buffer: Vec::new(),
            given: 0,
            at_end: false,
            bytes_before: 0,
            lines_before: 0,
        }
    }

    /// The next chunk; none at the end of the text.
    pub(super) fn next_chunk(&mut self) -> Result<Option<&str>, InputError> {
        self.drop_given();
        loop {
            let valid = self.valid_length()?;
            let text = std::str::from_utf8(&self.buffer[..valid]).unwrap_or_default();
            self.given = if self.at_end { text.len() } else { complete_pieces(text) };
            if self.given > 0 {
                break;
            }
            if self.at_end {
                return Ok(None);
            }
            self.fill()?;
        }
        Ok(std::str::from_utf8(&self.buffer[..self.given]).ok())
    }

    fn drop_given(&mut self) {
        let given = &self.buffer[..self.given];
        self.lines_before += given.iter().filter(|&&byte| byte == b'\n').count() as u64;
        self.bytes_before += self.given as u64;
        self.buffer.drain(..self.given);
        self.given = 0;
    }

    /// Reads what is there, as soon as anything is: who writes a line into a pipe gets its answer.
    fn fill(&mut self) -> Result<(), InputError> {
        let before = self.buffer.len();
        self.buffer.resize(before + READ_BYTES, 0);
        let read = loop {
            match self.reader.read(&mut self.buffer[before..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.buffer.truncate(before + *read.as_ref().unwrap_or(&0));
        let read = read.map_err(|cause| InputError::Read { file: self.file.clone(), cause })?;
        self.at_end = read == 0;
        Ok(())
    }

    /// How much of the buffer is UTF-8, but for a character whose end has not been read yet.
    fn valid_length(&self) -> Result<usize, InputError> {
        match std::str::from_utf8(&self.buffer) {
            Ok(text) => Ok(text.len()),
            Err(error) if error.error_len().is_none() && !self.at_end => Ok(error.valid_up_to()),
            // The lines before the fault are still given out.
            Err(error) if error.valid_up_to() > 0 && self.complete(error.valid_up_to()) > 0 => {
                Ok(self.complete(error.valid_up_to()))
            }
            Err(error) => {
                let valid = &self.buffer[..error.valid_up_to()];
                let lines = valid.iter().filter(|&&byte| byte == b'\n').count() as u64;
                Err(InputError::NotUtf8 {
                    file: self.file.clone(),
                    byte: self.bytes_before + valid.len() as u64 + 1,
                    line: self.lines_before + lines + 1,
                })
            }
        }
    }

    fn complete(&self, length: usize) -> usize {
        complete_pieces(std::str::from_utf8(&self.buffer[..length]).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives out its bytes a few at a time, as pipes do.
    struct Trickle(Vec<u8>, usize);

    impl Read for Trickle {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let length = out.len().min(self.1).min(self.0.len());
            out[..length].copy_from_slice(&self.0[..length]);
            self.0.drain(..length);
            Ok(length)
        }
    }

    fn read_all(bytes: &[u8], step: usize) -> (String, Option<InputError>) {
        let mut chunks = Chunks::of("test".into(), Box::new(Trickle(bytes.to_vec(), step)));
        let mut text = String::new();
        loop {
            match chunks.next_chunk() {
                Ok(Some(chunk)) => text.push_str(chunk),
                Ok(None) => return (text, None),
                Err(error) => return (text, Some(error)),
            }
        }
    }

    #[test]
    fn every_byte_comes_through() {
        let text = "我愛你。\r\n\n食飯\u{2A6D6}\rok".repeat(300);
        for step in [1, 2, 7, 4096] {
            let (read, error) = read_all(text.as_bytes(), step);
            assert!(error.is_none());
            assert_eq!(read, text);
        }
    }

    #[test]
    fn what_is_not_utf8_is_named_with_its_place() {
        let (read, error) = read_all("一\n二\n三".as_bytes(), 3);
        assert!(error.is_none() && read == "一\n二\n三");

        let mut bytes = "一\n二\n三".as_bytes().to_vec();
        bytes.push(0xA4);
        bytes.extend("四\n".as_bytes());
        let (read, error) = read_all(&bytes, 5);
        assert_eq!(read, "一\n二\n");
        let error = error.unwrap().to_string();
        assert!(error.contains("byte 12 (line 3)"), "{error}");
    }

    #[test]
    fn a_character_cut_off_at_the_end_is_a_fault() {
        let bytes = &"一二".as_bytes()[..5];
        let (_, error) = read_all(bytes, 64);
        assert!(error.unwrap().to_string().contains("byte 4 (line 1)"));
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = Chunks::open(Path::new("no/such/file")).err().unwrap().to_string();
        assert!(error.starts_with("cannot open no/such/file: "), "{error}");
    }
}
