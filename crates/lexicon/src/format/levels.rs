//! Frequencies and masses in one byte.
//!
//! Both span many orders of magnitude, and nothing rests on their last digits: a byte holds them in
//! steps of an eighth of an octave (9 %). No logarithm is taken, so that every machine gets the
//! same bytes, and the same numbers back.

/// 2 to the power of 0/8, 1/8 … 7/8.
const EIGHTHS: [f32; 8] = [
    1.0,
    1.090_507_7,
    1.189_207_1,
    1.296_839_6,
    std::f32::consts::SQRT_2,
    1.542_210_8,
    1.681_792_9,
    1.834_008_1,
];

/// The smallest mass is one 64th: less than anything that the builder gives.
const MASS_UNIT: f32 = 64.0;

/// 2 to the power of `step` / 8.
fn level(step: u8) -> f32 {
    let octave = (1u32 << (step / 8)) as f32;
    EIGHTHS.get(usize::from(step % 8)).map_or(octave, |eighth| eighth * octave)
}

/// The step whose level is nearest (in proportion) to a value.
#[cfg(feature = "build")]
fn nearest(value: f64) -> u8 {
    let is_nearer = |step: u8| {
        value * value <= f64::from(level(step)) * f64::from(level(step.saturating_add(1)))
    };
    (0..=u8::MAX).find(|&step| is_nearer(step)).unwrap_or(u8::MAX)
}

/// The byte of a frequency: 0 for none.
#[cfg(feature = "build")]
pub(crate) fn frequency_to_byte(frequency: u64) -> u8 {
    match frequency {
        0 => 0,
        some => nearest(some as f64).saturating_add(1),
    }
}

/// The frequency (occurrences) of its byte.
pub(crate) fn frequency_of_byte(byte: u8) -> u32 {
    byte.checked_sub(1).map_or(0, |step| (level(step) + 0.5) as u32)
}

/// The byte of a mass.
#[cfg(feature = "build")]
pub(crate) fn mass_to_byte(mass: f64) -> u8 {
    nearest(mass * f64::from(MASS_UNIT))
}

/// The mass (occurrences and what counts as such) of its byte.
pub(crate) fn mass_of_byte(byte: u8) -> f32 {
    level(byte) / MASS_UNIT
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn frequencies_keep_their_size(frequency in 0u64..100_000_000) {
            let back = f64::from(frequency_of_byte(frequency_to_byte(frequency)));
            let off = (back - frequency as f64).abs();
            prop_assert!(off <= 0.5 + 0.05 * frequency as f64, "{frequency} became {back}");
        }

        #[test]
        fn masses_keep_their_size(mass in 0.016f64..1e7) {
            let back = f64::from(mass_of_byte(mass_to_byte(mass)));
            prop_assert!((back / mass - 1.0).abs() < 0.05, "{mass} became {back}");
        }
    }

    #[test]
    fn small_frequencies_are_exact() {
        for frequency in 0..=6 {
            assert_eq!(u64::from(frequency_of_byte(frequency_to_byte(frequency))), frequency);
        }
    }

    #[test]
    fn levels_rise() {
        assert!((0..u8::MAX).all(|step| level(step) < level(step + 1)));
    }
}
