//! An explanation for programs.

use serde_json::{Value, json};
use thakim_document::export::Style;
use thakim_document::{Explained as Weighed, Reason, ReasonKind};
use thakim_lexicon::SourceInfo;

use super::Explained;
use super::text::names;

/// One object: the token, its candidates and the words that lost. Shares and confidence from 0 to 1,
/// weights in units of the natural logarithm, places from 1.
pub(super) fn value(explained: &Explained, style: &Style, sources: &[SourceInfo]) -> Value {
    let Explained { token, explanation, line, at } = explained;
    let (candidates, rivals) = match explanation {
        Some(explanation) => (explanation.candidates.as_slice(), explanation.rivals.as_slice()),
        None => (&[][..], &[][..]),
    };
    let candidate = |found: &Weighed| {
        json!({
            "reading": style.reading(&found.candidate.reading),
            "label": found.candidate.label.map(|label| label.han().to_string()),
            "sources": names(found.candidate.sources, sources),
            "derived": found.candidate.derived,
            "share": f64::from(found.candidate.share) / 255.0,
            "weight": found.weight,
            "reasons": found.reasons.iter().map(reason).collect::<Vec<Value>>(),
        })
    };
    json!({
        "text": token.surface,
        "line": line,
        "at": at,
        "origin": token.origin.name(),
        "reading": token.reading().map(|reading| style.reading(reading)),
        "confidence": f64::from(token.confidence) / 255.0,
        "uncertain": token.is_uncertain(),
        "candidates": candidates.iter().map(candidate).collect::<Vec<Value>>(),
        "rivals": rivals.iter().map(reason).collect::<Vec<Value>>(),
    })
}

fn reason(reason: &Reason) -> Value {
    let kind = match reason.kind {
        ReasonKind::Word => "word",
        ReasonKind::Usual => "usual",
        ReasonKind::Before => "before",
        ReasonKind::After => "after",
        ReasonKind::Around => "around",
        ReasonKind::Own => "own",
        ReasonKind::Preference => "preference",
    };
    json!({ "kind": kind, "text": reason.text, "weight": reason.weight })
}
