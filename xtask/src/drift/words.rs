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

const REQUIRED: &[&str] = &[
    "required",
    "mandatory",
    "yes",
    "true", // English
    "erforderlich",
    "pflicht",
    "pflichtfeld",
    "verpflichtend",
    "benötigt",
    "ja", // German
    "obligatorio",
    "obligatoria",
    "requerido",
    "requerida",
    "sí",
    "si", // Spanish
    "requis",
    "requise",
    "obligatoire",
    "oui", // French
    "obrigatório",
    "obrigatória",
    "obrigatorio",
    "obrigatoria",
    "sim", // Portuguese
];

const OPTIONAL: &[&str] = &[
    "optional",
    "no",
    "false",
    "not required",
    "fakultativ",
    "nein",
    "nicht erforderlich",
    "opcional",
    "no obligatorio",
    "no obligatoria",
    "no requerido",
    "no requerida",
    "facultatif",
    "facultative",
    "optionnel",
    "optionnelle",
    "non",
    "non requis",
    "non requise",
    "não",
    "nao",
    "não obrigatório",
    "não obrigatória",
    "facultativo",
    "facultativa",
];

/// Whether a cell says that a parameter is required; nothing where its words are not known.
pub(super) fn required(cell: &str) -> Option<bool> {
    let words = inline::words(cell).join(" ");
    if REQUIRED.contains(&words.as_str()) {
        return Some(true);
    }
    OPTIONAL.contains(&words.as_str()).then_some(false)
}

/// What the title of a column announces.
pub(super) fn column(title: &str) -> Option<Column> {
    const TYPE: &[&str] = &["type", "typ", "tipo", "datentyp", "datatype", "types"];
    const DESCRIPTION: &[&str] = &[
        "description",
        "beschreibung",
        "descripción",
        "descripcion",
        "descrição",
        "descricao",
        "details",
        "detalles",
        "detalhes",
    ];
    const NAME: &[&str] = &[
        "parameter",
        "parameters",
        "parámetro",
        "parámetros",
        "parametro",
        "paramètre",
        "paramètres",
        "parâmetro",
        "parâmetros",
    ];
    let words = inline::words(title);
    let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
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

const TYPES: &[(Meaning, &[&str])] = &[
    (
        Meaning::Kind(Kind::Text),
        &[
            "string",
            "strings",
            "text",
            "texto",
            "texte",
            "zeichenfolge",
            "zeichenfolgen",
            "zeichenkette",
            "zeichenketten",
            "cadena",
            "cadenas",
            "cadena de caracteres",
            "cadena de texto",
            "chaîne",
            "chaînes",
            "chaîne de caractères",
            "chaînes de caractères",
            "cadeia",
            "cadeias",
            "cadeia de caracteres",
            "cadeias de caracteres",
        ],
    ),
    (
        Meaning::Kind(Kind::Integer),
        &[
            "integer",
            "integers",
            "int",
            "ganzzahl",
            "ganze zahl",
            "ganzzahlen",
            "entero",
            "enteros",
            "número entero",
            "entier",
            "entiers",
            "nombre entier",
            "inteiro",
            "inteiros",
            "número inteiro",
        ],
    ),
    (
        Meaning::Kind(Kind::Number),
        &["number", "float", "double", "decimal", "zahl", "número", "nombre", "numérico"],
    ),
    (
        Meaning::Kind(Kind::Boolean),
        &[
            "boolean",
            "bool",
            "boolesch",
            "boolescher wert",
            "boolescher",
            "booleano",
            "booleana",
            "booléen",
            "booléenne",
            "booleanos",
        ],
    ),
    (
        Meaning::Kind(Kind::List),
        &["array", "list", "liste", "arreglo", "matriz", "lista", "tableau", "vetor"],
    ),
    (
        Meaning::Kind(Kind::Object),
        &[
            "object", "objects", "objekt", "objekte", "objekten", "objeto", "objetos", "objet",
            "objets",
        ],
    ),
    (
        Meaning::DateTime,
        &[
            "datetime",
            "date time",
            "date and time",
            "timestamp",
            "datum und uhrzeit",
            "datum uhrzeit",
            "datum und zeit",
            "zeitstempel",
            "fecha y hora",
            "date et heure",
            "horodatage",
            "data e hora",
            "fecha hora",
        ],
    ),
    (Meaning::Date, &["date", "datum", "fecha", "data"]),
    (Meaning::Standard, &["iso 8601", "iso8601", "rfc 3339", "rfc3339"]),
    (
        Meaning::Filler,
        &[
            "of", "in", "format", "von", "aus", "im", "de", "des", "d", "en", "au", "em", "no",
            "formato",
        ],
    ),
];

/// The type that a cell names; nothing where one of its words is not known, or where they
/// contradict each other.
pub(super) fn value_type(cell: &str, line: Option<usize>) -> Option<Value> {
    let words = inline::words(cell);
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
        let (meaning, _) = TYPES.iter().find(|(_, known)| known.contains(&phrase.as_str()))?;
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
