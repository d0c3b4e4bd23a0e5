//! Out of the page: what is copied, the file and the link that open again, paper.

mod copying;
mod file;
mod link;
mod paper;
mod support;
