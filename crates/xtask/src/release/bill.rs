//! The bill of materials, as CycloneDX 1.6 has it (ECMA-424).

use anyhow::Result;
use serde_json::{Value, json};

use super::About;
use super::shipped::{Crate, Font, Shipped, Source};
use crate::setup::{BINARYEN, TRUNK};
use crate::site::sha256;
use crate::workspace::locked_version;

/// The fonts' licence, as `www/fonts/OFL.txt` has it.
const FONT_LICENCE: &str = "OFL-1.1";
/// How the release itself is named inside the bill.
const ROOT: &str = "thakim";

/// The bill, as JSON.
pub(crate) fn bill(shipped: &Shipped, about: &About) -> Result<String> {
    let mut components: Vec<Value> = shipped.crates.iter().map(of_crate).collect();
    components.extend(shipped.sources.iter().map(of_source));
    components.extend(shipped.fonts.iter().map(of_font));
    let all: Vec<Value> = components.iter().map(|component| component["bom-ref"].clone()).collect();
    let mut dependencies = vec![json!({ "ref": ROOT, "dependsOn": all })];
    for one in &shipped.crates {
        let needs = one
            .needs
            .iter()
            .filter_map(|id| shipped.crates.iter().find(|other| other.package.id == *id).map(purl));
        let mut needs: Vec<String> = needs.collect();
        needs.sort();
        dependencies.push(json!({ "ref": purl(one), "dependsOn": needs }));
    }
    let tool = |name: &str, version: &str| json!({ "type": "application", "name": name, "version": version });
    let bindgen = locked_version("wasm-bindgen")?;
    let mut bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": about.timestamp()?,
            "tools": { "components": [
                tool("binaryen", BINARYEN), tool("trunk", TRUNK), tool("wasm-bindgen", &bindgen)
            ] },
            "component": {
                "type": "application",
                "bom-ref": ROOT,
                "name": ROOT,
                "version": about.version,
                "description": "Tha̍k-im 讀音: Hokkien readings over Han characters",
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
        },
        "components": components,
        "dependencies": dependencies,
    });
    bill["serialNumber"] = json!(serial_number(&bill.to_string()));
    Ok(format!("{}\n", serde_json::to_string_pretty(&bill)?))
}

/// A UUID that follows from the bill's content, of the version for such (RFC 9562, 8).
fn serial_number(content: &str) -> String {
    let hash = sha256(content.as_bytes());
    let (a, b, c, d, e) = (&hash[..8], &hash[8..12], &hash[13..16], &hash[17..20], &hash[20..32]);
    format!("urn:uuid:{a}-{b}-8{c}-8{d}-{e}")
}

fn purl(one: &Crate) -> String {
    format!("pkg:cargo/{}@{}", one.package.name, one.package.version)
}

fn of_crate(one: &Crate) -> Value {
    let package = &one.package;
    let mut component = json!({
        "type": "library",
        "bom-ref": purl(one),
        "name": package.name.to_string(),
        "version": package.version.to_string(),
        "purl": purl(one),
    });
    if let Some(licence) = &package.license {
        // Older packages write `A/B` where SPDX has `A OR B`.
        let expression = licence.replace(" / ", "/").replace('/', " OR ");
        component["licenses"] = json!([{ "expression": expression }]);
    }
    if let Some(sum) = &one.sha256 {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
    }
    if let Some(repository) = &package.repository {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    component
}

fn of_source(source: &Source) -> Value {
    let mut component = json!({
        "type": "data",
        "bom-ref": format!("dictionary/{}", source.name),
        "name": source.title,
        "copyright": source.attribution,
        "licenses": [{ "license": { "name": source.licence } }],
    });
    if !source.version.is_empty() {
        component["version"] = json!(source.version);
    }
    if source.registry == "PyPI" {
        let name = source.package.to_lowercase().replace('_', "-");
        component["purl"] = json!(format!("pkg:pypi/{name}@{}", source.version));
    }
    if !source.sha256.is_empty() {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": source.sha256 }]);
    }
    component
}

fn of_font(font: &Font) -> Value {
    json!({
        "type": "file",
        "bom-ref": format!("font/{}", font.name),
        "name": font.name,
        "hashes": [{ "alg": "SHA-256", "content": font.sha256 }],
        "licenses": [{ "license": { "id": FONT_LICENCE } }],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_serial_number_is_a_uuid_that_follows_from_the_content() {
        let number = serial_number("a");
        assert_eq!(number, serial_number("a"));
        assert_ne!(number, serial_number("b"));
        let uuid = number.strip_prefix("urn:uuid:").unwrap();
        let lengths: Vec<usize> = uuid.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert_eq!((&uuid[14..15], &uuid[19..20]), ("8", "8"));
    }
}
