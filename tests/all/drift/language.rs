//! [`Language`]: the words of a page in one of the five languages.

use xtask::drift::{Format, Kind, Value};

/// What is translated on a page, and how the translation tool mangles it.
#[derive(Debug)]
pub(super) struct Language {
    pub(super) name: &'static str,
    /// The titles of the columns.
    pub(super) titles: [&'static str; 4],
    pub(super) required: &'static str,
    pub(super) optional: &'static str,
    pub(super) integer: &'static str,
    pub(super) number: &'static str,
    pub(super) string: &'static str,
    pub(super) boolean: &'static str,
    pub(super) list: &'static str,
    pub(super) object: &'static str,
    pub(super) date: &'static str,
    /// The cell of a date-time, with its brackets where they end up.
    pub(super) date_time: &'static str,
    pub(super) between: &'static str,
    pub(super) and: &'static str,
    pub(super) at_most: &'static str,
    pub(super) or: &'static str,
    pub(super) default: &'static str,
    pub(super) permission: &'static str,
    pub(super) limit: &'static str,
    /// `{}` requests per hour or minute.
    pub(super) per_hour: &'static str,
    pub(super) per_minute: &'static str,
    /// What stands between groups of thousands.
    pub(super) group: &'static str,
}

impl Language {
    /// The cell of a type.
    pub(super) fn value_type(&self, value: &Value) -> &'static str {
        match (value.kind.value(), value.format.value()) {
            (Some(Kind::Integer), _) => self.integer,
            (Some(Kind::Number), _) => self.number,
            (Some(Kind::Boolean), _) => self.boolean,
            (Some(Kind::List), _) => self.list,
            (Some(Kind::Object), _) => self.object,
            (_, Some(Format::DateTime)) => self.date_time,
            (_, Some(Format::Date)) => self.date,
            _ => self.string,
        }
    }

    /// A number as this language writes large ones.
    pub(super) fn grouped(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut out = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push_str(self.group);
            }
            out.push(digit);
        }
        out
    }
}

pub(super) const LANGUAGES: [Language; 5] = [
    Language {
        name: "en",
        titles: ["Parameter", "Required", "Data Type", "Description"],
        required: "Required",
        optional: "Optional",
        integer: "Integer",
        number: "Float",
        string: "String",
        boolean: "Boolean",
        list: "Array of strings",
        object: "Object",
        date: "Date",
        date_time: "Datetime <br>([ISO-8601](https://en.wikipedia.org/wiki/ISO_8601) string)",
        between: "Must be between",
        and: "and",
        at_most: "At most",
        or: "or",
        default: "defaults to",
        permission: "The key needs the permission",
        limit: "Rate limit",
        per_hour: "{} requests per hour",
        per_minute: "{} requests per minute",
        group: ",",
    },
    Language {
        name: "de",
        titles: ["Parameter", "Erforderlich", "Daten Typ", "Beschreibung"],
        required: "Erforderlich",
        optional: "Optional",
        integer: "Integer",
        number: "Zahl",
        string: "String",
        boolean: "Boolesch",
        list: "Array von Zeichenfolgen",
        object: "Objekt",
        date: "Datum",
        date_time: "Datetime <br>[(ISO-8601](https://en.wikipedia.org/wiki/ISO_8601) Zeichenfolge)",
        between: "Muss zwischen",
        and: "und",
        at_most: "Höchstens",
        or: "oder",
        default: "die Standardeinstellung ist",
        permission: "Der Schlüssel braucht die Berechtigung",
        limit: "Preisgrenze",
        per_hour: "{} Anfragen pro Stunde",
        per_minute: "{} Anfragen pro Minute",
        group: ".",
    },
    Language {
        name: "es",
        titles: ["Parámetro", "Obligatoria", "Tipo de datos", "Descripción"],
        required: "Obligatoria",
        optional: "Opcional",
        integer: "Entero",
        number: "Número",
        string: "Cadena",
        boolean: "Booleano",
        list: "Matriz de cadenas",
        object: "Objeto",
        date: "Fecha",
        date_time: "Fecha y hora <br>(cadena [ISO-8601](https://en.wikipedia.org/wiki/ISO_8601))",
        between: "Debe estar entre",
        and: "y",
        at_most: "Como máximo",
        or: "o",
        default: "de forma predeterminada,",
        permission: "La clave necesita el permiso",
        limit: "Límite de velocidad",
        per_hour: "{} solicitudes por hora",
        per_minute: "{} solicitudes por minuto",
        group: ".",
    },
    Language {
        name: "fr",
        titles: ["Paramètre", "Requis", "Type de données", "Description"],
        required: "Requis",
        optional: "Facultatif",
        integer: "Entier",
        number: "Nombre",
        string: "Chaîne de caractères",
        boolean: "Booléen",
        list: "Tableau de chaînes de caractères",
        object: "Objet",
        date: "Date",
        date_time: "DateTime <br>chaîne ([ISO-8601](https://en.wikipedia.org/wiki/ISO_8601))",
        between: "Doit être entre",
        and: "et",
        at_most: "Au plus",
        or: "ou",
        default: "valeur par défaut",
        permission: "La clé a besoin de l’autorisation",
        limit: "Limite de débit",
        per_hour: "{} requêtes par heure",
        per_minute: "{} requêtes par minute",
        group: "\u{202f}",
    },
    Language {
        name: "pt-BR",
        titles: ["Parâmetro", "Obrigatória", "Tipo de dados", "Descrição"],
        required: "Obrigatória",
        optional: "Opcional",
        integer: "Inteiro",
        number: "Número",
        string: "String",
        boolean: "Booleano",
        list: "Matriz de strings",
        object: "Objeto",
        date: "Data",
        date_time: "Data e hora <br>([ISO-8601](https://en.wikipedia.org/wiki/ISO_8601) string)",
        between: "Deve estar entre",
        and: "e",
        at_most: "No máximo",
        or: "ou",
        default: "o padrão é",
        permission: "A chave precisa da permissão",
        limit: "Limite de taxa",
        per_hour: "{} solicitações por hora",
        per_minute: "{} solicitações por minuto",
        group: ".",
    },
];
