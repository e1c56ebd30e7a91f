//! The words of the vendor's pages, in all seven languages at once: a page may mix them, since names
//! and types are often left untranslated.

use super::facts::{Format, Kind, Statement, Value};
use super::inline;

/// The content of a column in a table of parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Required,
    Type,
    Description,
}

/// The languages with known words, for messages.
pub(super) const LANGUAGES: &str = "en, de, es, fr, pt-BR, ja, ko";

/// Words separated by commas, a line for each of English, German, Spanish, French, Portuguese,
/// Japanese and Korean.
pub(super) type Words = &'static [&'static str];

/// Returns `true` if a word or phrase is in a list.
pub(super) fn is_among(phrase: &str, words: Words) -> bool {
    words.iter().flat_map(|line| line.split(", ")).any(|known| known == phrase)
}

/// Returns `true` if a word begins with a stem in a list.
pub(super) fn begins_with_any(word: &str, stems: Words) -> bool {
    stems.iter().flat_map(|line| line.split(", ")).any(|stem| word.starts_with(stem))
}

const REQUIRED: Words = &[
    "required, mandatory, yes, true",
    "erforderlich, pflicht, pflichtfeld, verpflichtend, notwendig, benötigt, ja",
    "obligatorio, obligatoria, requerido, requerida, necesario, sí, si",
    "requis, requise, obligatoire, nécessaire, oui",
    "obrigatório, obrigatória, obrigatorio, obrigatoria, necessário, sim",
    "必須, 必要, 要, はい",
    "필수, 필수 항목, 필요, 예",
];

const OPTIONAL: Words = &[
    "optional, not required, no, false",
    "fakultativ, nicht erforderlich, nein",
    "opcional, no obligatorio, no obligatoria, no requerido, no requerida",
    "facultatif, facultative, optionnel, optionnelle, non requis, non requise, non",
    "facultativo, facultativa, não obrigatório, não obrigatória, não, nao",
    "オプション, 任意, 省略可, 省略可能, 必須ではない, いいえ",
    "선택, 선택 사항, 선택사항, 선택적, 옵션, 필수 아님, 아니요",
];

/// Reads a cell about the presence of a parameter. Returns `None` for unknown words.
pub(super) fn required(cell: &str) -> Option<bool> {
    let words = inline::words(cell).join(" ");
    if is_among(&words, REQUIRED) {
        return Some(true);
    }
    is_among(&words, OPTIONAL).then_some(false)
}

/// Returns the content of a column by its title.
pub(super) fn column(title: &str) -> Option<Column> {
    const TYPE: Words = &[
        "type, types, datatype",
        "typ, datentyp",
        "tipo",
        "データ型, データタイプ, タイプ, 型",
        "유형, 타입, 데이터유형",
    ];
    const DESCRIPTION: Words = &[
        "description, details",
        "beschreibung",
        "descripción, descripcion, detalles",
        "description",
        "descrição, descricao, detalhes",
        "説明, 詳細",
        "설명, 상세",
    ];
    const NAME: Words = &[
        "parameter, parameters",
        "parameter",
        "parámetro, parámetros, parametro",
        "paramètre, paramètres",
        "parâmetro, parâmetros",
        "パラメーター, パラメータ",
        "매개변수, 파라미터",
    ];
    let words = inline::words(title);
    let any = |known: Words| words.iter().any(|word| is_among(word, known));
    if any(TYPE) {
        Some(Column::Type)
    } else if any(REQUIRED) || any(OPTIONAL) {
        Some(Column::Required)
    } else if any(DESCRIPTION) {
        Some(Column::Description)
    } else if any(NAME) {
        Some(Column::Name)
    } else {
        None
    }
}

/// The meaning of a phrase in the name of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Kind(Kind),
    Date,
    DateTime,
    /// A time without further details.
    Time,
    /// The name of a standard for dates, which by itself makes a string a date-time.
    Standard,
    /// A filler word.
    Filler,
}

const TYPES: &[(Meaning, Words)] = &[
    (
        Meaning::Kind(Kind::Text),
        &[
            "string, strings, text",
            "zeichenfolge, zeichenfolgen, zeichenkette, zeichenketten",
            "cadena, cadenas, cadena de caracteres, cadena de texto, texto",
            "chaîne, chaînes, chaîne de caractères, chaînes de caractères, chaine, texte",
            "cadeia, cadeias, cadeia de caracteres, cadeias de caracteres, sequência de caracteres",
            "文字列, テキスト, ストリング",
            "문자열, 텍스트",
        ],
    ),
    (
        Meaning::Kind(Kind::Integer),
        &[
            "integer, integers, int",
            "ganzzahl, ganzzahlen, ganze zahl",
            "entero, enteros, número entero",
            "entier, entiers, nombre entier",
            "inteiro, inteiros, número inteiro",
            "整数",
            "정수",
        ],
    ),
    (
        Meaning::Kind(Kind::Number),
        &[
            "number, float, double, decimal",
            "zahl, dezimalzahl, gleitkommazahl",
            "número, numérico, flotante",
            "nombre, flottant",
            "flutuante",
            "数値, 数, 小数, 浮動小数点数",
            "숫자, 수, 실수, 소수",
        ],
    ),
    (
        Meaning::Kind(Kind::Boolean),
        &[
            "boolean, booleans, bool",
            "boolesch, boolescher, boolescher wert",
            "booleano, booleana, booleanos",
            "booléen, booléenne, booléens",
            "booleano",
            "ブール値, ブール, ブーリアン, ブール型, 真偽値",
            "부울, 불리언, 부울 값, 불 값",
        ],
    ),
    (
        Meaning::Kind(Kind::List),
        &[
            "array, list",
            "liste",
            "matriz, arreglo, lista",
            "tableau",
            "vetor",
            "配列, リスト",
            "배열, 목록",
        ],
    ),
    (
        Meaning::Kind(Kind::Object),
        &[
            "object, objects",
            "objekt, objekte, objekten",
            "objeto, objetos",
            "objet, objets",
            "オブジェクト",
            "객체, 개체, 오브젝트",
        ],
    ),
    (
        Meaning::DateTime,
        &[
            "datetime, date time, date and time, timestamp",
            "datum und uhrzeit, datum uhrzeit, datum und zeit, datumszeit, zeitstempel",
            "fecha y hora, fecha hora",
            "date et heure, date heure, horodatage",
            "data e hora, data hora, data e horário",
            "日時, 日付と時刻, 日付と時間",
            "날짜 시간, 날짜 및 시간, 날짜와 시간, 일시",
        ],
    ),
    (Meaning::Date, &["date", "datum", "fecha", "date", "data", "日付", "날짜"]),
    (
        Meaning::Time,
        &["time", "zeit, uhrzeit", "hora", "heure", "hora", "時刻, 時間", "시간, 시각"],
    ),
    (Meaning::Standard, &["iso 8601, iso8601, rfc 3339, rfc3339"]),
    (
        Meaning::Filler,
        &["of, in, format", "von, aus, im", "de, en, formato", "des, d, au", "em, no"],
    ),
];

/// The maximum number of words in the name of a type.
const MAX_TYPE_WORDS: usize = 16;

/// Returns the type that a cell names, or `None` if one of its words is not known or if they
/// contradict each other. Beside an object other words are its name: `array of attributes objects`.
pub(super) fn value_type(cell: &str, line: Option<usize>) -> Option<Value> {
    let words: Vec<String> = inline::words(cell).iter().flat_map(|word| particles(word)).collect();
    if words.len() > MAX_TYPE_WORDS {
        return None;
    }
    let mut meanings = Vec::new();
    let mut has_names = false;
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let Some((length, meaning)) = longest(rest) else {
            has_names = true;
            rest = &rest[1..];
            continue;
        };
        if !matches!(meaning, Meaning::Filler) && meanings.last() != Some(&meaning) {
            meanings.push(meaning);
        }
        rest = &rest[length..];
    }
    let (list, object) = (Meaning::Kind(Kind::List), Meaning::Kind(Kind::Object));
    if has_names && meanings != [object] && meanings != [list, object] {
        return None;
    }
    combined(&meanings, line)
}

/// Removes the particles that Japanese and Korean attach to a word.
fn particles(word: &str) -> Vec<String> {
    let pieces = word.split('の').map(|piece| piece.strip_suffix('의').unwrap_or(piece));
    pieces.filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
}

/// Returns the longest known phrase at the beginning of some words.
fn longest(words: &[String]) -> Option<(usize, Meaning)> {
    (1..=words.len().min(4)).rev().find_map(|length| {
        let phrase = words[..length].join(" ");
        let (meaning, _) = TYPES.iter().find(|(_, known)| is_among(&phrase, known))?;
        Some((length, *meaning))
    })
}

fn combined(meanings: &[Meaning], line: Option<usize>) -> Option<Value> {
    let of = |kind| Value::with_kind(Statement::at(kind, line));
    let text = |format| Value { format: Statement::at(format, line), ..of(Kind::Text) };
    let only = |allowed: &[Meaning]| meanings.iter().all(|meaning| allowed.contains(meaning));
    let has = |meaning| meanings.contains(&meaning);
    let string = Meaning::Kind(Kind::Text);
    let dates = [Meaning::DateTime, Meaning::Date, Meaning::Time, Meaning::Standard, string];
    match meanings {
        [] => None,
        [Meaning::Kind(Kind::Text)] => Some(text(Format::Plain)),
        [Meaning::Kind(kind)] => Some(of(*kind)),
        [Meaning::Time] => Some(of(Kind::Text)),
        [Meaning::Kind(Kind::List), rest @ ..] | [rest @ .., Meaning::Kind(Kind::List)] => {
            let items = combined(rest, line)?;
            Some(Value { items: Some(Box::new(items)), ..of(Kind::List) })
        }
        _ if !only(&dates) => None,
        _ if has(Meaning::Date) && !has(Meaning::DateTime) => Some(text(Format::Date)),
        _ => Some(text(Format::DateTime)),
    }
}
