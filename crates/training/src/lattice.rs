//! Sums over all paths of a lattice.

use thakim_engine::training::ExampleArc;

/// For each arc, how likely it is among the arcs that are allowed, and the logarithm of the sum over
/// all paths; minus infinity if there is none.
pub(crate) fn arc_posteriors(
    arcs: &[ExampleArc],
    scores: &[f64],
    length: usize,
    allowed: impl Fn(usize) -> bool,
    out: &mut Vec<f64>,
) -> f64 {
    let mut forward = vec![f64::NEG_INFINITY; length + 1];
    let mut backward = vec![f64::NEG_INFINITY; length + 1];
    forward[0] = 0.0;
    backward[length] = 0.0;
    for (index, arc) in arcs.iter().enumerate().filter(|(index, _)| allowed(*index)) {
        let way = forward[arc.from as usize] + scores[index];
        forward[arc.to as usize] = add(forward[arc.to as usize], way);
    }
    for (index, arc) in arcs.iter().enumerate().rev().filter(|(index, _)| allowed(*index)) {
        let way = backward[arc.to as usize] + scores[index];
        backward[arc.from as usize] = add(backward[arc.from as usize], way);
    }
    let total = forward[length];
    out.clear();
    out.resize(arcs.len(), 0.0);
    if total == f64::NEG_INFINITY {
        return total;
    }
    for (index, arc) in arcs.iter().enumerate().filter(|(index, _)| allowed(*index)) {
        let logarithm = forward[arc.from as usize] + scores[index] + backward[arc.to as usize];
        out[index] = libm::exp(logarithm - total);
    }
    total
}

/// The logarithm of the sum of two exponentials.
fn add(one: f64, other: f64) -> f64 {
    let (more, less) = if one > other { (one, other) } else { (other, one) };
    match less - more {
        apart if apart > -40.0 => more + libm::log1p(libm::exp(apart)),
        _ => more,
    }
}
