//! The words of the vendor's pages, in all five languages at once: a page may mix them, since names
//! and types are often left untranslated.

use super::facts::{Format, Kind, Said, Value};
use super::inline;

/// What a column of a table of parameters holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Required,
    Type,
    Description,
}

/// Words with commas between them, a line for each of English, German, Spanish, French, Portuguese.
pub(super) type Words = &'static [&'static str];

/// Whether a word or phrase is one of some.
pub(super) fn is_among(phrase: &str, words: Words) -> bool {
    words.iter().flat_map(|line| line.split(", ")).any(|known| known == phrase)
}

/// Whether a word begins like one of some.
pub(super) fn begins_with_any(word: &str, stems: Words) -> bool {
    stems.iter().flat_map(|line| line.split(", ")).any(|stem| word.starts_with(stem))
}

const REQUIRED: Words = &[
    "required, mandatory, yes, true",
    "erforderlich, pflicht, pflichtfeld, verpflichtend, notwendig, benötigt, ja",
    "obligatorio, obligatoria, requerido, requerida, necesario, sí, si",
    "requis, requise, obligatoire, nécessaire, oui",
    "obrigatório, obrigatória, obrigatorio, obrigatoria, necessário, sim",
];

const OPTIONAL: Words = &[
    "optional, not required, no, false",
    "fakultativ, nicht erforderlich, nein",
    "opcional, no obligatorio, no obligatoria, no requerido, no requerida",
    "facultatif, facultative, optionnel, optionnelle, non requis, non requise, non",
    "facultativo, facultativa, não obrigatório, não obrigatória, não, nao",
];

/// Whether a cell says that a parameter is required; nothing where its words are not known.
pub(super) fn required(cell: &str) -> Option<bool> {
    let words = inline::words(cell).join(" ");
    if is_among(&words, REQUIRED) {
        return Some(true);
    }
    is_among(&words, OPTIONAL).then_some(false)
}

/// What the title of a column announces.
pub(super) fn column(title: &str) -> Option<Column> {
    const TYPE: Words = &["type, types, datatype", "typ, datentyp", "tipo"];
    const DESCRIPTION: Words = &[
        "description, details",
        "beschreibung",
        "descripción, descripcion, detalles",
        "description",
        "descrição, descricao, detalhes",
    ];
    const NAME: Words = &[
        "parameter, parameters",
        "parameter",
        "parámetro, parámetros, parametro",
        "paramètre, paramètres",
        "parâmetro, parâmetros",
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

/// What a phrase of a type means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Kind(Kind),
    Date,
    DateTime,
    /// The name of a standard for dates, which alone makes a text a date-time.
    Standard,
    /// A word between others.
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
        ],
    ),
    (
        Meaning::Kind(Kind::List),
        &["array, list", "liste", "matriz, arreglo, lista", "tableau", "vetor"],
    ),
    (
        Meaning::Kind(Kind::Object),
        &["object, objects", "objekt, objekte, objekten", "objeto, objetos", "objet, objets"],
    ),
    (
        Meaning::DateTime,
        &[
            "datetime, date time, date and time, timestamp",
            "datum und uhrzeit, datum uhrzeit, datum und zeit, datumszeit, zeitstempel",
            "fecha y hora, fecha hora",
            "date et heure, date heure, horodatage",
            "data e hora, data hora, data e horário",
        ],
    ),
    (Meaning::Date, &["date", "datum", "fecha", "date", "data"]),
    (Meaning::Standard, &["iso 8601, iso8601, rfc 3339, rfc3339"]),
    (
        Meaning::Filler,
        &["of, in, format", "von, aus, im", "de, en, formato", "des, d, au", "em, no"],
    ),
];

/// More words than that name no type.
const LONGEST_TYPE: usize = 16;

/// The type that a cell names; nothing where one of its words is not known, or where they
/// contradict each other.
pub(super) fn value_type(cell: &str, line: Option<usize>) -> Option<Value> {
    let words = inline::words(cell);
    if words.len() > LONGEST_TYPE {
        return None;
    }
    let mut meanings = Vec::new();
    let mut rest = words.as_slice();
    while !rest.is_empty() {
        let (length, meaning) = longest(rest)?;
        if !matches!(meaning, Meaning::Filler) && meanings.last() != Some(&meaning) {
            meanings.push(meaning);
        }
        rest = &rest[length..];
    }
    combined(&meanings, line)
}

/// The longest phrase that words begin with.
fn longest(words: &[String]) -> Option<(usize, Meaning)> {
    (1..=words.len().min(4)).rev().find_map(|length| {
        let phrase = words[..length].join(" ");
        let (meaning, _) = TYPES.iter().find(|(_, known)| is_among(&phrase, known))?;
        Some((length, *meaning))
    })
}

fn combined(meanings: &[Meaning], line: Option<usize>) -> Option<Value> {
    let of = |kind| Value::of(Said::at(kind, line));
    let text = |format| Value { format: Said::at(format, line), ..of(Kind::Text) };
    let only = |allowed: &[Meaning]| meanings.iter().all(|meaning| allowed.contains(meaning));
    let has = |meaning| meanings.contains(&meaning);
    let string = Meaning::Kind(Kind::Text);
    let dates = [Meaning::DateTime, Meaning::Date, Meaning::Standard, string];
    match meanings {
        [] => None,
        [Meaning::Kind(Kind::Text)] => Some(text(Format::Plain)),
        [Meaning::Kind(kind)] => Some(of(*kind)),
        [Meaning::Kind(Kind::List), rest @ ..] => {
            let items = combined(rest, line)?;
            Some(Value { items: Some(Box::new(items)), ..of(Kind::List) })
        }
        _ if !only(&dates) => None,
        _ if has(Meaning::Date) && !has(Meaning::DateTime) => Some(text(Format::Date)),
        _ => Some(text(Format::DateTime)),
    }
}
