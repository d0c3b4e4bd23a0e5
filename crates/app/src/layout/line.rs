//! The choices as words of the line in which settings are kept: `position=right second=TPS …`.

use thakim_phonology::{Notation, ToneStyle};

use super::{
    Face, LEADINGS, LINE_LENGTHS, Layout, Named, READING_SIZES, SIZES, SPACINGS, Second, Show,
    Theme,
};
use crate::settings::{tones_id, tones_of_id};

impl Layout {
    /// Appends what is other than by default, each word after a space.
    pub(crate) fn push_words(&self, line: &mut String) {
        let usual = Layout::default();
        let mut put = |name: &str, value: &str, is_usual: bool| {
            if !is_usual {
                line.push_str(&format!(" {name}={value}"));
            }
        };
        put("position", self.position.id(), self.position == usual.position);
        if let Some(second) = self.second {
            put("second", second.notation.id(), false);
            put("second-position", second.position.id(), false);
            put("second-tones", tones_id(second.tones), second.tones == ToneStyle::default());
        }
        put("both-tones", "yes", !self.both_tones);
        put("direction", self.direction.id(), self.direction == usual.direction);
        put("show", self.show.id(), self.show == usual.show);
        put("face", self.face.id(), self.face == usual.face);
        put("theme", self.theme.id(), self.theme == usual.theme);
        for (name, value, usual) in [
            ("size", self.size, usual.size),
            ("reading", self.reading, usual.reading),
            ("spacing", self.spacing, usual.spacing),
            ("leading", self.leading, usual.leading),
            ("per-line", self.per_line, usual.per_line),
        ] {
            put(name, &value.to_string(), value == usual);
        }
    }

    /// Takes one word. What it does not know changes nothing: it may be a newer page's.
    pub(crate) fn take(&mut self, name: &str, value: &str) {
        match name {
            "position" => set(&mut self.position, value),
            "second" => {
                if let Ok(notation) = value.parse::<Notation>() {
                    let (position, tones) = (super::Position::Right, ToneStyle::default());
                    self.second = Some(Second { notation, position, tones });
                }
            }
            "second-position" => {
                if let Some(second) = &mut self.second {
                    set(&mut second.position, value);
                }
            }
            "second-tones" => {
                if let (Some(second), Some(tones)) = (&mut self.second, tones_of_id(value)) {
                    second.tones = tones;
                }
            }
            "both-tones" => self.both_tones = value == "yes",
            "direction" => set(&mut self.direction, value),
            "show" => set::<Show>(&mut self.show, value),
            "face" => set::<Face>(&mut self.face, value),
            "theme" => set::<Theme>(&mut self.theme, value),
            "size" => set_step(&mut self.size, SIZES, value),
            "reading" => set_step(&mut self.reading, READING_SIZES, value),
            "spacing" => set_step(&mut self.spacing, SPACINGS, value),
            "leading" => set_step(&mut self.leading, LEADINGS, value),
            "per-line" => set_step(&mut self.per_line, LINE_LENGTHS, value),
            _ => {}
        }
    }
}

fn set<T: Named>(place: &mut T, value: &str) {
    *place = T::of_id(value).unwrap_or(*place);
}

fn set_step(place: &mut u8, steps: &[u8], value: &str) {
    *place = value.parse().ok().filter(|step| steps.contains(step)).unwrap_or(*place);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Direction, Position};

    fn there_and_back(layout: Layout) -> Layout {
        let mut line = String::new();
        layout.push_words(&mut line);
        let mut back = Layout::default();
        for word in line.split_whitespace() {
            let (name, value) = word.split_once('=').expect("a name and a value");
            back.take(name, value);
        }
        back
    }

    #[test]
    fn every_choice_comes_back() {
        let usual = Layout::default();
        let mut all = vec![usual, Layout { both_tones: true, ..usual }];
        all.extend(Position::ALL.iter().map(|&position| Layout { position, ..usual }));
        all.extend(Direction::ALL.iter().map(|&direction| Layout { direction, ..usual }));
        all.extend(Show::ALL.iter().map(|&show| Layout { show, ..usual }));
        all.extend(Face::ALL.iter().map(|&face| Layout { face, ..usual }));
        all.extend(Theme::ALL.iter().map(|&theme| Layout { theme, ..usual }));
        all.extend(SIZES.iter().map(|&size| Layout { size, ..usual }));
        all.extend(READING_SIZES.iter().map(|&reading| Layout { reading, ..usual }));
        all.extend(SPACINGS.iter().map(|&spacing| Layout { spacing, ..usual }));
        all.extend(LEADINGS.iter().map(|&leading| Layout { leading, ..usual }));
        all.extend(LINE_LENGTHS.iter().map(|&per_line| Layout { per_line, ..usual }));
        for &notation in Notation::ALL {
            for &position in Position::ALL {
                for tones in [ToneStyle::Mark, ToneStyle::Number, ToneStyle::None] {
                    let second = Some(Second { notation, position, tones });
                    all.push(Layout { second, ..usual });
                }
            }
        }
        for layout in all {
            assert_eq!(there_and_back(layout), layout);
        }
    }

    #[test]
    fn what_is_unknown_or_out_of_bounds_changes_nothing() {
        let mut layout = Layout::default();
        for (name, value) in [
            ("position", "inside"),
            ("size", "99"),
            ("size", "-1"),
            ("size", "900"),
            ("second", "KLINGON"),
            ("second-position", "under"),
            ("theme", ""),
            ("per-line", "1e9"),
            ("colour", "red"),
        ] {
            layout.take(name, value);
        }
        assert_eq!(layout, Layout::default());
    }
}
