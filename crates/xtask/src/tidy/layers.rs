//! Which crate may need which.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, Metadata};

/// A crate of ours, and the crates of ours that it may name as dependencies.
const MAY_NEED: [(&str, &[&str]); 12] = [
    ("thakim-phonology", &[]),
    ("thakim-lexicon", &["thakim-phonology"]),
    ("thakim-document", &["thakim-phonology"]),
    ("thakim-engine", &["thakim-phonology", "thakim-lexicon", "thakim-document"]),
    ("thakim-protocol", &["thakim-phonology", "thakim-document"]),
    (
        "thakim-worker",
        &[
            "thakim-phonology",
            "thakim-lexicon",
            "thakim-document",
            "thakim-engine",
            "thakim-protocol",
        ],
    ),
    ("thakim-app", &["thakim-phonology", "thakim-document", "thakim-protocol"]),
    (
        "thakim-training",
        &["thakim-phonology", "thakim-lexicon", "thakim-document", "thakim-engine"],
    ),
    (
        "thakim-cli",
        &[
            "thakim-phonology",
            "thakim-lexicon",
            "thakim-document",
            "thakim-engine",
            "thakim-training",
        ],
    ),
    ("thakim-nginx", &[]),
    ("thakim-xtask", &["thakim-lexicon", "thakim-nginx"]),
    ("thakim-e2e", &["thakim-document", "thakim-nginx"]),
];

/// What a crate must not need, not even through others.
const NEVER: [(&str, &[&str]); 6] = [
    ("thakim-phonology", BROWSER),
    ("thakim-lexicon", BROWSER),
    ("thakim-document", BROWSER),
    ("thakim-engine", BROWSER),
    ("thakim-app", &["thakim-engine", "thakim-lexicon"]),
    ("thakim-worker", &["leptos"]),
];

/// Crates that only make sense in a browser.
const BROWSER: &[&str] = &["web-sys", "js-sys", "wasm-bindgen", "leptos"];

/// Which package needs which, for use and for building, not for tests.
#[derive(Default)]
pub(crate) struct Graph {
    /// By name; packages of several versions are one.
    needs: BTreeMap<String, BTreeSet<String>>,
    /// The packages of this workspace.
    ours: BTreeSet<String>,
}

impl Graph {
    /// As cargo resolved it, for all platforms and with the features that anybody here asks for.
    pub(crate) fn of(metadata: &Metadata) -> Result<Graph> {
        let resolve = metadata.resolve.as_ref().context("cargo metadata resolved nothing")?;
        let name = |id| metadata[id].name.to_string();
        let mut graph = Graph::default();
        for node in &resolve.nodes {
            let needs = node
                .deps
                .iter()
                .filter(|dep| {
                    dep.dep_kinds.iter().any(|kind| kind.kind != DependencyKind::Development)
                })
                .map(|dep| name(&dep.pkg));
            graph.needs.entry(name(&node.id)).or_default().extend(needs);
        }
        graph.ours = metadata.workspace_packages().iter().map(|p| p.name.to_string()).collect();
        Ok(graph)
    }

    /// All that a package needs, by whatever way.
    fn reach(&self, package: &str) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        let mut open = vec![package];
        while let Some(next) = open.pop() {
            for need in self.needs.get(next).into_iter().flatten() {
                if found.insert(need.as_str()) {
                    open.push(need);
                }
            }
        }
        found
    }
}

/// Each need that is not allowed.
pub(crate) fn faults(graph: &Graph) -> Vec<String> {
    let mut faults = Vec::new();
    for package in &graph.ours {
        let Some((_, allowed)) = MAY_NEED.iter().find(|(name, _)| name == package) else {
            faults.push(format!("{package} has no line in xtask's tidy/layers.rs: give it one"));
            continue;
        };
        for need in graph.needs.get(package).into_iter().flatten() {
            if graph.ours.contains(need) && !allowed.contains(&need.as_str()) {
                faults.push(format!("{package} must not need {need}: see ARCHITECTURE.md"));
            }
        }
    }
    for (package, never) in NEVER {
        let reach = graph.reach(package);
        for need in never.iter().filter(|need| reach.contains(*need)) {
            faults.push(format!("{package} must not need {need}, not even through another crate"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edges: &[(&str, &str)], expected: &[&str]) {
        let mut graph = Graph::default();
        for (from, to) in edges {
            graph.needs.entry((*from).to_owned()).or_default().insert((*to).to_owned());
            for name in [from, to] {
                if name.starts_with("thakim-") {
                    graph.ours.insert((*name).to_owned());
                }
            }
        }
        assert_eq!(faults(&graph), expected);
    }

    #[test]
    fn the_design_passes() {
        check(
            &[
                ("thakim-app", "leptos"),
                ("thakim-app", "thakim-protocol"),
                ("thakim-protocol", "thakim-phonology"),
                ("thakim-worker", "thakim-engine"),
                ("thakim-engine", "thakim-lexicon"),
            ],
            &[],
        );
    }

    #[test]
    fn a_need_against_the_layers_is_a_fault() {
        check(
            &[("thakim-phonology", "thakim-lexicon")],
            &["thakim-phonology must not need thakim-lexicon: see ARCHITECTURE.md"],
        );
        check(
            &[("thakim-new", "serde")],
            &["thakim-new has no line in xtask's tidy/layers.rs: give it one"],
        );
    }

    #[test]
    fn a_need_through_another_crate_is_a_fault() {
        check(
            &[("thakim-engine", "clock"), ("clock", "time"), ("time", "js-sys")],
            &["thakim-engine must not need js-sys, not even through another crate"],
        );
        check(
            &[
                ("thakim-app", "thakim-protocol"),
                ("thakim-protocol", "thakim-document"),
                ("thakim-document", "thakim-engine"),
            ],
            &[
                "thakim-document must not need thakim-engine: see ARCHITECTURE.md",
                "thakim-app must not need thakim-engine, not even through another crate",
            ],
        );
        check(
            &[("thakim-worker", "widgets"), ("widgets", "leptos")],
            &["thakim-worker must not need leptos, not even through another crate"],
        );
    }
}
