//! The reading of table cells, in every language.

use std::fmt::Write;

use super::{fixture, outcome};

/// Reads a parameter from a row with other cells.
fn understood(parameter: &str, required: &str, kind: &str, description: &str) -> String {
    let page = fixture("pages/en.md");
    let row = page.lines().find(|line| line.starts_with(&format!("| `{parameter}`"))).unwrap();
    let new = format!("| `{parameter}` | {required} | {kind} | {description} |");
    let outcome = outcome(&page.replace(row, &new));
    let mut said = String::new();
    for finding in &outcome.findings {
        if let [first, name, step] = finding.fact.0.as_slice()
            && first == "parameters"
            && name == parameter
            && !finding.vendor.is_empty()
        {
            let unclear = if finding.remark == "not understood" { " (not understood)" } else { "" };
            write!(said, "\n    {step}: {}{unclear}", finding.vendor).unwrap();
        }
    }
    said
}

/// Each text with what is understood of it.
fn all(texts: &[&str], understood: impl Fn(&str) -> String) -> String {
    texts.iter().map(|text| format!("{text}{}\n", understood(text))).collect()
}

#[test]
fn words_for_required() {
    let words = [
        "Required",
        "**Required**",
        "required*",
        "Erforderlich",
        "Pflicht",
        "Obligatoria",
        "Obligatorio",
        "Requerido",
        "Requis",
        "Obligatoire",
        "Obrigatória",
        "Yes",
        "Sí",
        "Oui",
        "Sim",
        "Ja",
        "Optional",
        "Opcional",
        "Facultatif",
        "Nicht erforderlich",
        "Not required",
        "No",
        "Non",
        "Não",
        "Nein",
        "`No`",
        "",
        "Perhaps",
        "Required or optional",
        "Erforderlich, wenn",
        "必須",
        "任意",
        "필수",
        "선택 사항",
    ];
    insta::assert_snapshot!(all(&words, |word| understood("app_id", word, "", "")));
}

#[test]
fn words_for_types() {
    let words = [
        "String",
        "string",
        "`string`",
        "Cadena",
        "Chaîne de caractères",
        "Zeichenfolge",
        "Cadeia de caracteres",
        "Integer",
        "Entero",
        "Entier",
        "Inteiro",
        "Ganzzahl",
        "Número entero",
        "Int",
        "Number",
        "Float",
        "Nombre",
        "Boolean",
        "Booleano",
        "Booléen",
        "Boolescher Wert",
        "Object",
        "Objeto",
        "Objet",
        "Objekt",
        "Array",
        "Array of strings",
        "Matriz de cadenas",
        "Tableau de chaînes de caractères",
        "Array of objects",
        "Array of attributes objects",
        "Attributes object",
        "文字列の配列",
        "オブジェクトの配列",
        "객체 배열",
        "문자열의 배열",
        "日時",
        "날짜/시간",
        "Datetime",
        "Date-time",
        "Fecha y hora",
        "Date et heure",
        "Data e hora",
        "Datum und Uhrzeit",
        "Datetime <br>([ISO-8601](https://en.wikipedia.org/wiki/ISO_8601) string)",
        "Datetime <br>[(ISO-8601](https://en.wikipedia.org/wiki/ISO_8601) Zeichenfolge)",
        "Fecha y hora <br>(cadena [ISO-8601](https://en.wikipedia.org/wiki/ISO_8601))",
        "DateTime <br>chaîne ([ISO-8601](https://en.wikipedia.org/wiki/ISO_8601))",
        "String (ISO 8601)",
        "ISO-8601 string",
        "Time",
        "Date",
        "Fecha",
        "Datum",
        "",
        "Strng",
        "Integer string",
        "Object or array",
        "Text that is long",
    ];
    insta::assert_snapshot!(all(&words, |word| understood("ending_at", "Optional", word, "")));
}

#[test]
fn ranges_in_sentences() {
    let sentences = [
        "Must be between 1 and 100 (inclusive).",
        "Muss zwischen 1 und 100 (einschließlich) liegen.",
        "Debe estar entre 1 y 100 (ambos inclusive).",
        "Doit être compris entre 1 et 100 (inclus).",
        "Deve estar entre 1 e 100 (inclusive).",
        "From 1 to 100.",
        "1-100",
        "1–100",
        "1..100",
        "1…100",
        "Between 1 and 1,000.",
        "Zwischen 1 und 1.000.",
        "Entre 1 et 1\u{202f}000.",
        "Entre 1 et 1 000 jours.",
        "1以上100以下でなければなりません。",
        "1から100の間です。",
        "1〜100",
        "最大100まで。",
        "1에서 100 사이여야 합니다.",
        "1 이상 100 이하.",
        "최대 100.",
        "At most 100.",
        "Maximum of 100.",
        "Max. 100.",
        "Up to 100 of them.",
        "Höchstens 100.",
        "Jusqu’à 100 jours.",
        "Hasta 100 días.",
        "Até 100 dias.",
        "At least 1.",
        "Mindestens 1, höchstens 100.",
        "Maximum number of days before `ending_at`.",
        "The last 14 days.",
        "As of 2024-08-22, ISO-8601.",
        "Between 0.5 and 1.5.",
        "See https://pages.example/1-2 for more.",
        "See [1 to 2](https://pages.example/3-4).",
    ];
    insta::assert_snapshot!(all(&sentences, |text| understood("length", "", "Integer", text)));
}

#[test]
fn words_and_defaults_in_sentences() {
    let sentences = [
        "Can be `day` or `hour`, defaults to `day`.",
        "Kann `day` oder `hour` sein, die Standardeinstellung ist `day`.",
        "Puede ser `day` o `hour`, de forma predeterminada, `day`.",
        "Peut être `day` ou `hour`, valeur par défaut `day`.",
        "Pode ser `day` ou `hour`, o padrão é `day`.",
        "'day' or 'hour' (defaults to 'day')",
        "“day” or “hour”; default: “day”.",
        "« day » ou « hour », « day » par défaut.",
        "`day` (default) or `hour`",
        "`day` by default, or `hour`.",
        "Either `day` or `hour`. If it is left out, `day` is the default.",
        "Can be `day` or `hour`.",
        "Defaults to `day`.",
        "Defaults to the time of the request.",
        "Defaults to the value of `length`.",
        "See `/sessions/list`.",
        "Can be `day`, `hour` or `week`. Don't send `length` with it.",
        "It's one of `day` and `hour`, isn't it?",
        "`hour`",
        "<code>day</code> or <code>hour</code>",
    ];
    insta::assert_snapshot!(all(&sentences, |text| understood("unit", "", "String", text)));
}

#[test]
fn defaults_of_numbers() {
    let sentences = ["Defaults to 14.", "Default is `14`, at most 100.", "Standardmäßig 14."];
    insta::assert_snapshot!(all(&sentences, |text| understood("length", "", "Integer", text)));
}

#[test]
fn rate_limits_in_sentences() {
    let sentences = [
        "250,000 requests per hour",
        "We allow 250.000 Anfragen pro Stunde.",
        "250 000 requêtes par heure",
        "250\u{a0}000 requêtes par heure",
        "250.000 solicitudes por hora",
        "250.000 solicitações por hora",
        "a limit of 50,000 requests/minute",
        "1,000 calls an hour, or 2,500 requests per minute before 2024",
        "10 requests per second",
        "3,000 requests per three seconds",
        "3,000 requests per 3 seconds",
        "50 requests every 10 minutes",
        "1時間あたり250,000リクエスト",
        "3秒あたり3,000件",
        "분당 1,000건의 요청",
        "up to 100 days per request",
        "1 hour",
        "250,000 requests",
    ];
    let understood = |text: &str| {
        let page = fixture("pages/en.md");
        let include = "{% multi_lang_include rate_limits.md endpoint='default' %}";
        let outcome = outcome(&page.replace(include, text));
        let pool = outcome.findings.into_iter().find(|finding| finding.fact.0 == ["pool"]).unwrap();
        format!("\n    {}", if pool.vendor.is_empty() { "nothing" } else { &pool.vendor })
    };
    insta::assert_snapshot!(all(&sentences, understood));
}
