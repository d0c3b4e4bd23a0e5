//! How likely a reading is right that the model holds for so likely.

use thakim_document::SURE;
use thakim_engine::LEVELS;

use crate::Score;

/// What a model that is not calibrated shows as confidence: the level itself.
pub fn levels() -> [u8; LEVELS] {
    std::array::from_fn(|level| level as u8)
}

/// Of all readings that are shown as sure, at least this share must be right where confidence is set: a
/// little more than is promised of other text.
const RIGHT_OF_SURE: f64 = 0.991;

/// For each level of log odds, the share of readings that were right, in 255ths: never less than at
/// the level below (isotonic regression by pooling neighbours that are out of order). Where too few of
/// those from a level on were right, it is not sure, whatever its own share. The score is that of a
/// model that shows [`levels`].
pub fn calibrate(score: &Score) -> [u8; LEVELS] {
    // Each pool: readings, right ones, levels.
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for &(all, right) in &score.by_confidence {
        pools.push((f64::from(all), f64::from(right), 1));
        while let [.., before, last] = pools.as_mut_slice() {
            // An empty level has no share of its own: it takes that of the level below.
            let in_order = last.0 > 0.0 && before.1 * last.0 <= last.1 * before.0;
            if in_order {
                break;
            }
            *before = (before.0 + last.0, before.1 + last.1, before.2 + last.2);
            pools.pop();
        }
    }
    let mut confidence = [0; LEVELS];
    let levels = pools.iter().flat_map(|&(all, right, levels)| {
        let share = if all > 0.0 { right / all } else { 0.0 };
        std::iter::repeat_n((share * 255.0) as u8, levels)
    });
    confidence.iter_mut().zip(levels).for_each(|(slot, share)| *slot = share);
    let unsure = first_sure(score);
    confidence.iter_mut().take(unsure).for_each(|share| *share = (*share).min(SURE - 1));
    confidence
}

/// The lowest level from which on enough readings were right.
fn first_sure(score: &Score) -> usize {
    let (mut all, mut right, mut first) = (0.0, 0.0, LEVELS);
    for (level, &(more, more_right)) in score.by_confidence.iter().enumerate().rev() {
        all += f64::from(more);
        right += f64::from(more_right);
        if right >= all * RIGHT_OF_SURE {
            first = level;
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_never_fall() {
        let mut score = Score::default();
        score.by_confidence[10] = (10, 9);
        score.by_confidence[20] = (10, 5);
        score.by_confidence[30] = (100, 100);
        let confidence = calibrate(&score);
        // 14 of 20: the two that are out of order are one.
        assert_eq!((confidence[10], confidence[20], confidence[29]), (178, 178, 178));
        assert_eq!((confidence[30], confidence[255]), (255, 255));
        assert!(confidence.is_sorted());
    }

    #[test]
    fn what_is_too_often_wrong_from_a_level_on_is_not_sure() {
        let mut score = Score::default();
        score.by_confidence[100] = (200, 186);
        score.by_confidence[150] = (100, 98);
        score.by_confidence[200] = (1000, 1000);
        let confidence = calibrate(&score);
        // 186 of 200 would be sure by themselves; from there on it is 1284 of 1300, which is too few.
        assert!(confidence[100] < SURE && confidence[150] >= SURE);
    }
}
