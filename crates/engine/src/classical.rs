//! Which paragraphs are written in classical Chinese (文言): prose, verse and scripture.
//!
//! Every character says something for or against it, most of all the function characters: 之 and 曰
//! for it, 的, 佇 and 這 against it. What they say is added up, as a logistic regression does; the sum
//! must exceed [`THRESHOLD`]. The weights of the groups below were fitted to a few hundred classical
//! sentences in the public domain against the corpus that the readings are learnt from and some
//! modern Chinese, then rounded; the groups were put together by hand. Verse hardly has function
//! characters: that its lines are of one length speaks for it, if nothing modern stands in them.
//!
//! A false alarm on a song or a rhyme is worse than a classical line that is missed: most lines of
//! less than ten characters stay below the threshold.

use std::sync::LazyLock;

use thakim_document::is_han;

use crate::model::features::{LETTER, mark_of_other};

/// What the sum must exceed; all weights are hundredths of a unit of the natural logarithm. The odds
/// that were fitted are even at 216; the rest is caution.
const THRESHOLD: i32 = 370;

/// What a Han character says of which nothing is listed.
const OTHER_HAN: i32 = 14;

/// What a word in another script says.
const FOREIGN_WORD: i32 = -170;

/// What it says that all pieces between punctuation marks are of one length, as in verse.
const VERSE: i32 = 370;

/// What characters say, with their simplified forms.
const CHARACTERS: [(i32, &str); 7] = [
    // Hardly ever in modern text.
    (390, "曰焉歟欤盍曷奚輒辄矧爰吾乃豈岂孰謂谓遂咸"),
    // Often in classical text, now and then in modern writing.
    (230, "之而其於则則乎惟茲斯厥弗俟詣诣俱皆嘗尝靡罔遽殆悉庶苟此也何故矣"),
    // At home in both, oftener in classical text.
    (
        130,
        "亦與与以于非未既尚諸诸云余汝爾尔夫臣蓋盖雖虽即復复必不如言可將将君曾莫便忽哉\
     耶無无为為",
    ),
    // At home in both, oftener in modern text.
    (
        -55,
        "是一來来去上下過过後后頭头出到好愛爱看真大起生開开面手用高落食入得要想會会講\
     讲做",
    ),
    // Function characters of modern Chinese and of old Hokkien spelling, with a meaning of their own
    // in classical text.
    (
        -70,
        "他就才了個个還还和說说等裡里沒没把您呀呢嗎吗甲卜塊块吃跟打按規规較较予被讓让\
     拿找著着都給给叫很",
    ),
    // Hardly ever in classical text.
    (
        -345,
        "暝痠煞戇趁媽的仔佇這这攏佮袂閣嘛咧遮遐阮恁𪜶箍囡囝媠啥揣毋咱蹛拄逐擺濟你伊她\
     们們喔啦啊哪怎阿妈爸厝跤喙猶嘿哦咁",
    ),
    // Parts of the names of modern things: offices, trade, machines, schools.
    (
        -145,
        "警車车電电機机醫医視视政市縣县局員员臺灣湾業业價价農农店工導导新聞闻報报經经\
     理場场號号提動动法代表款保數数錢钱億亿公司聯联合選选舉举黨党院部區区校班課课\
     資资",
    ),
];

/// What two characters side by side say instead of what each says by itself.
const WORDS: [(i32, &str); 2] = [
    // Modern words out of characters that are at home in classical text.
    (
        -55,
        "不但 不僅 不再 不只 不幸 不得 不时 不時 不管 不过 不過 业者 並於 之前 之后 之後 \
     也愛 也是 也會 也有 也無 也著 以上 以下 以來 以前 以及 以后 以外 以後 以為 作者 \
     佳哉 关于 其中 其他 其它 其实 其實 分之 可以 可愛 可憐 可爱 可能 因为 因此 因為 \
     多謝 多谢 大概 如今 如何 如果 学者 學者 对于 将来 將來 對於 必須 必须 患者 應於 \
     成為 或者 所以 故事 未來 未来 業者 此外 汝個 為何 為著 無情 無法 無緣 無論 無限 \
     爾仔 爾爾 由于 由於 等於 終於 终于 而且 而已 與其 若爾 虽然 行為 記者 認為 讀者 \
     记者 遮爾 郎君 關於 雖然 非常 非洲",
    ),
    // Modern words that classical text does not have.
    (
        -345,
        "世界 主义 主義 人客 什么 什物 什麼 代誌 先生 問題 國家 學校 學生 安呢 小姐 少年 \
     工作 工具 平安 心肝 快樂 愛情 所在 按呢 政府 教會 教育 文化 時代 朋友 服務 查某 \
     歷史 民族 活動 牧師 物件 物質 甚物 甚麼 生活 知影 研究 社会 社會 科技 精神 經濟 \
     老師 自由 語言 语言 關係 问题 青春 音樂 頭家",
    ),
];

/// A character or two side by side, the second `\0` where there is only one, and what they say.
/// Sorted.
static WEIGHTS: LazyLock<Vec<([char; 2], i32)>> = LazyLock::new(|| {
    let characters = CHARACTERS
        .iter()
        .flat_map(|(weight, listed)| listed.chars().map(move |letter| ([letter, '\0'], *weight)));
    let words = WORDS.iter().flat_map(|(weight, listed)| {
        listed.split(' ').filter_map(move |word| {
            let mut letters = word.chars();
            Some(([letters.next()?, letters.next()?], *weight))
        })
    });
    let mut weights: Vec<([char; 2], i32)> = characters.chain(words).collect();
    weights.sort_unstable();
    weights
});

/// What is listed of a character: by itself, and with the one behind it.
fn weights(letter: char, next: Option<char>) -> (Option<i32>, Option<i32>) {
    let from = WEIGHTS.partition_point(|([first, _], _)| *first < letter);
    let rows = WEIGHTS.iter().skip(from).take_while(|([first, _], _)| *first == letter);
    let mut found = (None, None);
    for ([_, second], weight) in rows {
        if *second == '\0' {
            found.0 = Some(*weight);
        } else if Some(*second) == next {
            found.1 = Some(*weight);
        }
    }
    found
}

/// Whether a paragraph is written in classical Chinese.
pub(crate) fn is_classical(text: &str) -> bool {
    let mut sum = 0;
    let mut shape = Shape::default();
    let mut in_foreign_word = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if !is_han(letter) {
            let is_foreign = mark_of_other(Some(letter)) == LETTER;
            if is_foreign && !in_foreign_word {
                sum += FOREIGN_WORD;
            }
            in_foreign_word = is_foreign;
            shape.end_piece();
            continue;
        }
        in_foreign_word = false;
        let (alone, word) = weights(letter, letters.peek().copied());
        if word.is_some() {
            letters.next();
            shape.piece += 1;
        }
        shape.piece += 1;
        let says = word.or(alone).unwrap_or(OTHER_HAN);
        shape.note(says);
        sum += says;
    }
    shape.end_piece();
    if shape.is_verse() {
        sum += VERSE;
    }
    sum > THRESHOLD
}

/// How a paragraph is cut into pieces between punctuation marks.
#[derive(Default)]
struct Shape {
    /// Han characters of the piece so far.
    piece: u32,
    /// The length of the first piece; 0 before there is one.
    first: u32,
    pieces: u32,
    is_even: bool,
    han: u32,
    /// Characters that are a little modern.
    modern: u32,
    is_modern: bool,
}

impl Shape {
    fn end_piece(&mut self) {
        if self.piece == 0 {
            return;
        }
        if self.pieces == 0 {
            self.first = self.piece;
            self.is_even = true;
        }
        self.is_even &= self.piece == self.first;
        self.pieces += 1;
        self.han += self.piece;
        self.piece = 0;
    }

    fn note(&mut self, says: i32) {
        self.modern += u32::from(says < 0);
        self.is_modern |= says < -100;
    }

    /// Two lines or more of 4, 5 or 7 characters, with nothing modern and of ten characters at most one
    /// that is a little so.
    fn is_verse(&self) -> bool {
        let has_length = matches!(self.first, 4 | 5 | 7);
        let is_old = !self.is_modern && self.modern * 10 <= self.han;
        self.pieces >= 2 && self.is_even && has_length && is_old
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_listed_twice() {
        let twice = WEIGHTS.windows(2).find(|pair| pair[0].0 == pair[1].0);
        assert_eq!(twice, None);
    }

    #[test]
    fn words_are_two_characters() {
        for word in WORDS.iter().flat_map(|(_, listed)| listed.split(' ')) {
            assert_eq!(word.chars().count(), 2, "{word:?}");
        }
    }
}
