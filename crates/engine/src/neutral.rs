//! Which syllables are spoken with a neutral tone (輕聲), in running text.
//!
//! A dictionary has `--` inside its words; most neutral syllables are neutral because of where they
//! stand: a particle or a pronoun at the end of a clause, a complement behind its verb. This is one
//! walk over the tokens of a paragraph when their readings are chosen. It changes what joins the
//! syllables, never a syllable, and never the cut into tokens.
//!
//! The rules are tables of characters. Counts, as in "797 of 798", say how many of the cases in the
//! examples and textbooks of the training text are neutral. A rule stands here only if nearly all
//! of its cases are: a wrong `--` teaches a wrong reading.

use thakim_document::{Token, is_selector};
use thakim_phonology::{Join, Reading, Spoken};

/// Particles that are neutral wherever they follow a word: 矣 797 of 798, 啦 89 of 89, 喔 9 of 9.
const PARTICLES: &str = "矣啦喔";
/// Particles that are neutral at the end of a clause: 咧 168 of 169, 乎 4 of 4, 囉 7 of 8 …
const FINAL_PARTICLES: &str = "啊咧囉乎呢嘛";
/// What a final particle makes a word with: 按呢, 遮呢, 哩囉 are no particles.
const NO_PARTICLE_BEHIND: &str = "按遮遐哪爾囉哩";

/// Pronouns, neutral as objects at the end of a clause: 142 of 163, and nearly all of them behind
/// anything but [`NO_OBJECT_BEHIND`].
const PRONOUNS: &str = "我你伊𪜶";
/// Behind these a pronoun is stressed, or is no object: 是我, 看著伊, 欲我, 佮你.
const NO_OBJECT_BEHIND: &str = "是有著欲講自告佮和對像矣𤆬若閣猶換的只干就向按替為綴參";
/// Verbs that take 人 as a neutral object at the end of a clause: 驚人, 害人; 別人 is a noun.
const VERBS_BEFORE_PEOPLE: &str = "驚害罵拍賴請怪允借贏削予唌僥過";

/// Complements of direction: the first character of `落去`, `起來` ….
const DIRECTIONS: &str = "起落出入過轉";
/// Behind these a direction is the verb itself, or a stressed complement: 會出來, 伊落來.
const NO_VERB: &str = "會袂毋欲就才閣猶又緊愛莫通拄攏已經家己伊我你𪜶人咱阮恁先咧著得有無交當敢佇遮遐仔頭爿昏晏早魚路\
    交不經通超誌濟頁水錢車船日箍的未血若真當步免捷直白官經";
/// Verbs behind which 起來 is neutral also inside a clause, as in 看起來真媠: 63 of 63.
const VERBS_BEFORE_UP: &str = "看講食穿笑耍算鼻聽加想寫抱展分";
/// Behind these 去 at the end of a clause is the verb: 欲去, 參伊去, 來去.
const NO_VERB_BEFORE_GO: &str = "來去袂欲莫敢愛就頭位當毋能帶講推斡陣通會閣才伊我你𪜶人咱阮恁仔車傘洋骿盤喃傱飛颺交免甘先自直緊罔跤";
/// Behind these 著 at the end of a clause has its full tone: 毋著, 睏袂著.
const NO_VERB_BEFORE_HIT: &str = "毋才會火袂甲定攏敢無較啥就是欲愛真有嘛也上講對佗";
/// Behind these 無 before a question mark denies: 若無, 看無, 攏無.
const DENIED_BY: &str = "若都嘛看聽攏其影";
/// Possessors: 彼是我的 has a full tone, 彼是紅的 a neutral one.
const POSSESSORS: &str = "我你伊𪜶咱阮恁";
/// Behind a nominalising 的 the clause goes on with these: 短的較好 (20 of 21).
const BEHIND_NOMINAL: &str = "就較攏欲抑";

/// Neutral at the end of a clause behind these characters only.
const COMPLEMENTS: [(char, &str); 4] = [
    ('過', "看講聽食讀寫"),
    ('死', "氣驚煩拍摧欱"),
    ('開', "開展裂閃掰挵剪破撬湠煏褫"),
    ('倒', "昏滑跙拐"),
];

/// Family names, behind which 先生 is neutral: 3 of 3.
const SURNAMES: &str = "陳林李王黃張吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙\
    顏柯翁魏孫戴范方宋鄧杜";

/// Where a dictionary has one of these as neutral, it is so only at the end of a clause.
const FINAL_ONLY: &str = "的了去來落出入起過轉一二兩三四五六七八九十半人伊我你毋啥死著倒開";

/// What ends a clause. The comma of lists does not, nor does an opening bracket.
const ENDS: &str = "，。！？；：」』）》〉】…—～,.!?;:)]\"”’~\u{3000}";

/// What stands before and behind all sites.
const LINE_END: char = '\n';

/// Where a neutral tone is found; kept from paragraph to paragraph for its room.
#[derive(Default)]
pub(crate) struct Neutral {
    sites: Vec<Site>,
    /// Whether the paragraph has a full stop.
    is_prose: bool,
}

/// A character in its place, or a stretch of what is not Han.
#[derive(Clone, Copy)]
struct Site {
    /// The character in its traditional form, or for what is not Han: `，` where a clause ends, `？`
    /// for a question, a space for anything else.
    letter: char,
    /// Index of its token.
    token: usize,
    /// Index of its syllable in the reading.
    index: usize,
}

impl Neutral {
    /// Marks what is neutral in a paragraph.
    pub(crate) fn place(&mut self, tokens: &mut [Token]) {
        self.sites.clear();
        for (at, token) in tokens.iter().enumerate() {
            if token.candidates.is_empty() {
                self.sites.push(Site { letter: break_of(&token.surface), token: at, index: 0 });
                continue;
            }
            let letters = token.surface.chars().filter(|letter| !is_selector(*letter));
            let sites = letters.enumerate();
            self.sites.extend(sites.map(|(index, letter)| Site {
                letter: traditional(letter),
                token: at,
                index,
            }));
        }
        self.is_prose = tokens.iter().any(|token| {
            token.candidates.is_empty() && token.surface.contains(['。', '？', '！', '.', '?', '!'])
        });
        let mut end = self.sites.len();
        while let Some(last) = end.checked_sub(1) {
            let start = end - self.sites[last].index.min(last) - 1;
            self.settle(start..end, &mut tokens[self.sites[last].token]);
            end = start;
        }
    }

    /// Writes what was decided of the sites of one token into its reading.
    fn settle(&self, sites: std::ops::Range<usize>, token: &mut Token) {
        // What the reader wrote stays as it is.
        if token.is_own() {
            return;
        }
        let Some(reading) = token.reading() else { return };
        let spoken = reading.syllables();
        if spoken.len() != sites.len() {
            return;
        }
        // What follows a double hyphen is neutral to the end of the word: so from the end.
        let first = spoken.iter().position(|spoken| spoken.join == Join::Neutral);
        let first = first.unwrap_or(spoken.len());
        let is_neutral = |index, known| self.is_neutral(sites.start + index, spoken[index], known);
        // What a dictionary has as neutral stays so as a whole, or not at all.
        // Of a single character it only says that it can be neutral.
        let is_word = spoken.len() > 1;
        let stays = (first..spoken.len()).all(|index| is_neutral(index, is_word));
        let mut from = if stays { first } else { spoken.len() };
        while from > 0 && is_neutral(from - 1, false) {
            from -= 1;
        }
        if first == from {
            return;
        }
        let syllables = spoken.iter().enumerate().map(|(index, spoken)| Spoken {
            join: match (index.cmp(&from), spoken.join) {
                (std::cmp::Ordering::Less, Join::Neutral) => Join::Hyphen,
                (std::cmp::Ordering::Equal, _) => Join::Neutral,
                (_, join) => join,
            },
            ..*spoken
        });
        if let Some(reading) = Reading::new(syllables.collect()) {
            choose(token, reading);
        }
    }

    /// Whether the character at a site is neutral. `known` is what its dictionary says.
    fn is_neutral(&self, at: usize, spoken: Spoken, known: bool) -> bool {
        let letter = self.letter(at);
        let (before, after) = (self.before(at), self.after(at));
        // A clause does not begin with a neutral tone.
        if is_break(before) {
            return false;
        }
        let ends = self.ends(at);
        if PARTICLES.contains(letter) {
            return true;
        }
        if FINAL_PARTICLES.contains(letter) {
            // 咧 before a verb is read teh.
            let is_verbal = letter == '咧' && spoken.syllable.initial().tl() == "t";
            return known || (ends && !is_verbal && !NO_PARTICLE_BEHIND.contains(before));
        }
        let found = match letter {
            '一' => self.is_a_little(at),
            '下' | '寡' if before == '一' => self.is_a_little(at - 1),
            '點' | '絲' if before == '一' => self.is_a_little(at - 1),
            '仔' if self.before2(at) == '一' => self.is_a_little(at - 2),
            '的' | '兮' => {
                let is_nominal = ends || BEHIND_NOMINAL.contains(after);
                spoken.syllable.rime().tl() == "e" && is_nominal && !POSSESSORS.contains(before)
            }
            '無' => after == '？' && !DENIED_BY.contains(before),
            '未' => after == '？' && before != '猶',
            // 記得, 會用得: 27 of 27.
            '得' => ends,
            // 厝裡, 廟裡: 22 of 24.
            '裡' => !"內心面這遐".contains(before) && !"面頭底".contains(after),
            '著' => (ends || "才了".contains(after)) && !NO_VERB_BEFORE_HIT.contains(before),
            // 寒人 and 熱人 are seasons.
            '人' => {
                matches!(before, '寒' | '熱') || (ends && VERBS_BEFORE_PEOPLE.contains(before))
            }
            // 後來, 久來.
            '來' if matches!(before, '後' | '久') => true,
            '來' | '去' if DIRECTIONS.contains(before) && self.before2(at) != '一' => {
                self.pauses(at) || self.is_up_after_verb(at - 1)
            }
            '來' => ends && before == '倚',
            '去' => {
                let ends = self.closes(at) || "的了爾".contains(after);
                ends && !NO_VERB_BEFORE_GO.contains(before) && self.before2(at) != '來'
            }
            '起' | '落' | '出' | '入' | '過' if matches!(after, '來' | '去') => {
                (self.pauses(at + 1) && !NO_VERB.contains(before)) || self.is_up_after_verb(at)
            }
            '過' if ends && self.is_experience(at) => true,
            // 林先生.
            '先' if SURNAMES.contains(before) => self.is_title(at),
            '生' if SURNAMES.contains(self.before2(at)) => self.is_title(at - 1),
            // 阿英仔, 阿伯仔.
            '仔' => self.before2(at) == '阿' && !"弟斗".contains(before),
            _ if PRONOUNS.contains(letter) => self.closes(at) && !NO_OBJECT_BEHIND.contains(before),
            _ => {
                let row = COMPLEMENTS.iter().find(|(complement, _)| *complement == letter);
                ends && row.is_some_and(|(_, verbs)| verbs.contains(before))
            }
        };
        found || (known && (ends || !FINAL_ONLY.contains(letter)))
    }

    /// Whether 一 here begins a neutral 一下 (85 of 85 at the end of a clause, 7 of 7 in 等一下) or
    /// another small amount behind a verb: 一寡, 一點仔.
    fn is_a_little(&self, at: usize) -> bool {
        let before = self.before(at);
        if is_break(before) {
            return false;
        }
        let is_small = self.letter(at + 2) == '仔';
        let last = if is_small { at + 2 } else { at + 1 };
        match self.after(at) {
            '下' if before == '等' => true,
            '下' if !is_small => self.pauses(last) || self.letter(last + 1) == '看',
            '下' | '寡' => self.ends(last),
            '點' | '絲' => is_small && self.ends(last),
            _ => false,
        }
    }

    /// Whether 過 here tells of an experience: 看過, 捌…過.
    fn is_experience(&self, at: usize) -> bool {
        let clause = (1..=8).map(|back| self.letter_before(at, back));
        clause.take_while(|letter| !is_break(*letter)).any(|letter| letter == '捌')
    }

    /// Whether 先生 begins here, and not 先生娘.
    fn is_title(&self, at: usize) -> bool {
        let is_title = self.letter(at) == '先' && self.after(at) == '生';
        is_title && !matches!(self.letter(at + 2), '娘' | '媽')
    }

    /// Whether 起來 begins here behind a verb like 看.
    fn is_up_after_verb(&self, at: usize) -> bool {
        let is_up = self.letter(at) == '起' && self.after(at) == '來';
        is_up && VERBS_BEFORE_UP.contains(self.before(at))
    }

    /// Whether the clause ends behind a site; particles and a question may still come.
    fn ends(&self, at: usize) -> bool {
        let mut next = at + 1;
        loop {
            let letter = self.letter(next);
            match letter {
                '，' | '？' | LINE_END => return true,
                '無' | '未' => return self.letter(next + 1) == '？',
                '好' | '是' if self.letter(next + 1) == '無' => {
                    return self.letter(next + 2) == '？';
                }
                '矣' | '啦' | '喔' => return true,
                _ if FINAL_PARTICLES.contains(letter) => next += 1,
                _ => return false,
            }
        }
    }

    /// The same, and it can be seen that it does: in verse, which has no full stops, a line may end
    /// inside a clause, and its last word carries a tone (of the lines of songs
    /// that end in 我, 你, 伊 or 去, 6 of 30 are neutral). In 捌伊無 the 無 asks, and 伊 is not neutral.
    fn closes(&self, at: usize) -> bool {
        self.is_prose && self.ends(at) && !matches!(self.after(at), '無' | '未')
    }

    /// Whether the clause ends behind a site or what follows leans on something else: 行過去就,
    /// 潑出去的.
    fn pauses(&self, at: usize) -> bool {
        self.ends(at) || "的就才嘛攏爾了".contains(self.after(at))
    }

    /// The letter of a site; behind the last one the clause ends.
    fn letter(&self, at: usize) -> char {
        self.sites.get(at).map_or(LINE_END, |site| site.letter)
    }

    fn after(&self, at: usize) -> char {
        self.letter(at + 1)
    }

    fn before(&self, at: usize) -> char {
        self.letter_before(at, 1)
    }

    fn before2(&self, at: usize) -> char {
        self.letter_before(at, 2)
    }

    fn letter_before(&self, at: usize, back: usize) -> char {
        at.checked_sub(back).map_or(LINE_END, |at| self.letter(at))
    }
}

/// What stands for a stretch of text that is not Han, or that nothing reads.
fn break_of(surface: &str) -> char {
    let Some(first) =
        surface.chars().find(|letter| !letter.is_whitespace() || *letter == '\u{3000}')
    else {
        return ' ';
    };
    if surface.contains(['？', '?']) && ENDS.contains(first) {
        return '？';
    }
    if ENDS.contains(first) { '，' } else { ' ' }
}

fn is_break(letter: char) -> bool {
    matches!(letter, '，' | '？' | ' ' | LINE_END)
}

/// The character of the tables for one that is written otherwise.
fn traditional(letter: char) -> char {
    match letter {
        '来' => '來',
        '过' => '過',
        '开' => '開',
        '无' => '無',
        '会' => '會',
        '着' => '著',
        '裏' => '裡',
        '汝' => '你',
        other => other,
    }
}

/// Takes the neutral tones out of a paragraph: who recites gives every syllable its tone.
pub(crate) fn recite(tokens: &mut [Token]) {
    for token in tokens.iter_mut().filter(|token| !token.is_own()) {
        let is_neutral = |spoken: &Spoken| spoken.join == Join::Neutral;
        let Some(reading) = token.reading() else { continue };
        if !reading.syllables().iter().any(is_neutral) {
            continue;
        }
        let full = reading.syllables().iter().map(|spoken| Spoken {
            join: if is_neutral(spoken) { Join::Hyphen } else { spoken.join },
            ..*spoken
        });
        if let Some(reading) = Reading::new(full.collect()) {
            choose(token, reading);
        }
    }
}

/// Gives the chosen candidate another reading; a rival that reads so already becomes one with it.
fn choose(token: &mut Token, reading: Reading) {
    let rival = token.candidates.iter().skip(1).position(|it| it.reading.sounds_like(&reading));
    let rival = rival.map(|index| token.candidates.remove(index + 1));
    let Some(chosen) = token.candidates.first_mut() else { return };
    chosen.reading = reading;
    if let Some(rival) = rival {
        chosen.share = chosen.share.saturating_add(rival.share);
        chosen.sources.0 |= rival.sources.0;
        chosen.label = chosen.label.or(rival.label);
        chosen.derived &= rival.derived;
    }
}
