//! The vendor publishes five documents about sessions, one in each language. Whatever they say, the
//! five pages say too.

use super::{LANGUAGES, blocks, sessions};

/// The cells of the row of a table that begins with a name.
fn row<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!("| `{name}` |");
    let rows: Vec<_> = page.lines().filter(|line| line.starts_with(&start)).collect();
    assert_eq!(rows.len(), 1, "{name}");
    rows[0].trim_matches('|').split('|').map(str::trim).collect()
}

/// Facts in words: each has its words in English, German, Spanish, French, Portuguese.
macro_rules! facts {
    ($( $name:ident: [$($words:literal),+]; )+) => {
        $(
            #[test]
            fn $name() {
                for (language, words) in LANGUAGES.iter().zip([$($words),+]) {
                    assert!(sessions(language).contains(words), "{language}: {words}");
                }
            }
        )+
    };
}

facts! {
    the_title_says_what_is_exported: [
        "\n# Export app sessions by time\n",
        "\n# App-Sitzungen im Zeitverlauf exportieren\n",
        "\n# Exportar las sesiones de aplicaciones a lo largo del tiempo\n",
        "\n# Exporter les sessions d’application dans le temps\n",
        "\n# Exportar sessões de apps ao longo do tempo\n"
    ];
    the_purpose_is_a_series_of_numbers_over_a_chosen_period: [
        "Number of app sessions per day or hour, over a period of your choice.",
        "Zahl der App-Sitzungen je Tag oder Stunde, über einen Zeitraum Ihrer Wahl.",
        "Número de sesiones de aplicaciones por día o por hora, en el periodo que elija.",
        "Nombre de sessions d’application par jour ou par heure, sur la période de votre choix.",
        "Número de sessões de apps por dia ou por hora, no período que você escolher."
    ];
    a_key_with_the_permission_is_needed: [
        "[REST API key](https://www.braze.com/docs/api/basics#rest-api-key) with the permission `sessions.data_series`",
        "[REST-API-Schlüssel](https://www.braze.com/docs/api/basics#rest-api-key) mit der Berechtigung `sessions.data_series`",
        "[clave de API REST](https://www.braze.com/docs/api/basics#rest-api-key) con el permiso `sessions.data_series`",
        "[clé API REST](https://www.braze.com/docs/api/basics#rest-api-key) dotée de l’autorisation `sessions.data_series`",
        "[chave de API REST](https://www.braze.com/docs/api/basics#rest-api-key) com a permissão `sessions.data_series`"
    ];
    the_default_limit_holds: [
        "\n## Rate limit\n\n| Pool | Limit | What counts |\n| --- | --- | --- |\n| `default` | 250,000 requests per hour |",
        "\n## Anfragelimit\n\n| Kontingent | Limit | Was dazu zählt |\n| --- | --- | --- |\n| `default` | 250.000 Anfragen pro Stunde |",
        "\n## Límite de solicitudes\n\n| Cuota | Límite | Qué cuenta |\n| --- | --- | --- |\n| `default` | 250.000 solicitudes por hora |",
        "\n## Limite de requêtes\n\n| Quota | Limite | Ce qui compte |\n| --- | --- | --- |\n| `default` | 250\u{a0}000 requêtes par heure |",
        "\n## Limite de requisições\n\n| Cota | Limite | O que conta |\n| --- | --- | --- |\n| `default` | 250.000 requisições por hora |"
    ];
    the_identifier_of_an_app_stands_on_the_page_of_keys: [
        "Those of apps stand on the [API Keys](https://www.braze.com/docs/user_guide/administrative/app_settings/api_settings_tab/) page",
        "Die der Apps finden Sie in den Einstellungen auf der Seite [API-Schlüssel](https://www.braze.com/docs/user_guide/administrative/app_settings/api_settings_tab/)",
        "Los de las aplicaciones están en la página [Claves de API](https://www.braze.com/docs/user_guide/administrative/app_settings/api_settings_tab/)",
        "Ceux des applications figurent dans les paramètres, à la page [Clés API](https://www.braze.com/docs/user_guide/administrative/app_settings/api_settings_tab/)",
        "Os dos apps estão na página [Chaves de API](https://www.braze.com/docs/user_guide/administrative/app_settings/api_settings_tab/)"
    ];
    the_identifier_of_a_segment_is_explained_elsewhere: [
        "[API identifier types](https://www.braze.com/docs/api/identifier_types/)",
        "[Arten von API-Kennungen](https://www.braze.com/docs/api/identifier_types/)",
        "[Tipos de identificadores de API](https://www.braze.com/docs/api/identifier_types/)",
        "[Types d’identifiants API](https://www.braze.com/docs/api/identifier_types/)",
        "[Tipos de identificadores de API](https://www.braze.com/docs/api/identifier_types/)"
    ];
    help_with_exports_is_linked: [
        "as CSV and over the API: [Export troubleshooting](https://www.braze.com/docs/user_guide/data/export_braze_data/export_troubleshooting/)",
        "als CSV und über die API: [Fehlerbehebung bei Exporten](https://www.braze.com/docs/user_guide/data/export_braze_data/export_troubleshooting/)",
        "en CSV y por la API: [Solución de problemas de exportación](https://www.braze.com/docs/user_guide/data/export_braze_data/export_troubleshooting/)",
        "en CSV et par l’API\u{a0}: [Résolution des problèmes d’exportation](https://www.braze.com/docs/user_guide/data/export_braze_data/export_troubleshooting/)",
        "em CSV e pela API: [Solução de problemas de exportação](https://www.braze.com/docs/user_guide/data/export_braze_data/export_troubleshooting/)"
    ];
}

/// Facts in a table: the cells after the name, in English, German, Spanish, French, Portuguese.
macro_rules! rows {
    ($( $test:ident: $name:literal [$($cells:expr),+]; )+) => {
        $(
            #[test]
            fn $test() {
                for (language, cells) in LANGUAGES.iter().zip([$($cells),+]) {
                    assert_eq!(row(&sessions(language), $name)[1..], cells, "{language}");
                }
            }
        )+
    };
}

rows! {
    length_is_required_and_from_1_to_100: "length" [
        ["required", "integer", "1 to 100, both included", "Greatest number of units (days or hours, by `unit`) to return, counted back from `ending_at`."],
        ["erforderlich", "Ganzzahl", "1 bis 100, beide eingeschlossen", "Höchstzahl der Einheiten (Tage oder Stunden, je nach `unit`), die zurückgegeben werden, von `ending_at` an rückwärts gezählt."],
        ["obligatorio", "entero", "de 1 a 100, ambos incluidos", "Número máximo de unidades (días u horas, según `unit`) que se devuelven, contadas hacia atrás desde `ending_at`."],
        ["obligatoire", "entier", "de 1 à 100, bornes comprises", "Nombre maximal d’unités (jours ou heures, selon `unit`) à renvoyer, comptées à rebours depuis `ending_at`."],
        ["obrigatório", "inteiro", "de 1 a 100, ambos incluídos", "Número máximo de unidades (dias ou horas, conforme `unit`) a retornar, contadas para trás a partir de `ending_at`."]
    ];
    unit_is_day_or_hour_and_day_by_default: "unit" [
        ["optional", "string", "`day`, `hour` (default: `day`)", "Unit of time between two rows."],
        ["optional", "Zeichenkette", "`day`, `hour` (Standard: `day`)", "Zeiteinheit zwischen zwei Zeilen."],
        ["opcional", "cadena", "`day`, `hour` (valor predeterminado: `day`)", "Unidad de tiempo entre dos filas."],
        ["facultatif", "chaîne", "`day`, `hour` (par défaut\u{a0}: `day`)", "Unité de temps entre deux lignes."],
        ["opcional", "string", "`day`, `hour` (padrão: `day`)", "Unidade de tempo entre duas linhas."]
    ];
    ending_at_is_a_date_time_and_the_time_of_the_request_by_default: "ending_at" [
        ["optional", "date and time with offset ([ISO 8601](https://en.wikipedia.org/wiki/ISO_8601))", "", "End of the series. Default: the time of the request."],
        ["optional", "Datum und Uhrzeit mit UTC-Offset ([ISO 8601](https://en.wikipedia.org/wiki/ISO_8601))", "", "Ende der Reihe. Ohne Angabe: der Zeitpunkt der Anfrage."],
        ["opcional", "fecha y hora con desfase respecto a UTC ([ISO 8601](https://en.wikipedia.org/wiki/ISO_8601))", "", "Dónde termina la serie. De forma predeterminada, en el momento de la solicitud."],
        ["facultatif", "date et heure avec décalage UTC ([ISO 8601](https://en.wikipedia.org/wiki/ISO_8601))", "", "Fin de la série. Par défaut\u{a0}: le moment de la requête."],
        ["opcional", "data e hora com deslocamento UTC ([ISO 8601](https://en.wikipedia.org/wiki/ISO_8601))", "", "Onde a série termina. Padrão: o momento da requisição."]
    ];
    app_id_narrows_to_one_app: "app_id" [
        ["optional", "string (identifier)", "", "API identifier of an app; without it the whole workspace counts."],
        ["optional", "Zeichenkette (Kennung)", "", "API-Kennung einer App; ohne sie zählt der ganze Workspace."],
        ["opcional", "cadena (identificador)", "", "Identificador de API de una aplicación; sin él cuenta todo el espacio de trabajo."],
        ["facultatif", "chaîne (identifiant)", "", "Identifiant API d’une application\u{a0}; sans lui, tout l’espace de travail compte."],
        ["opcional", "string (identificador)", "", "Identificador de API de um app; sem ele, conta todo o espaço de trabalho."]
    ];
    segment_id_narrows_to_a_segment_with_analytics: "segment_id" [
        ["optional", "string (identifier)", "", "API identifier of a segment with analytics tracking enabled; only this segment counts then."],
        ["optional", "Zeichenkette (Kennung)", "", "API-Kennung eines Segments, für das die Analyse eingeschaltet ist; dann zählt nur dieses Segment."],
        ["opcional", "cadena (identificador)", "", "Identificador de API de un segmento con el seguimiento de análisis activado; en ese caso solo cuenta ese segmento."],
        ["facultatif", "chaîne (identifiant)", "", "Identifiant API d’un segment dont le suivi analytique est activé\u{a0}; seul ce segment compte alors."],
        ["opcional", "string (identificador)", "", "Identificador de API de um segmento com o rastreamento de análises ativado; nesse caso, só esse segmento conta."]
    ];
    message_is_always_there_and_success_means_no_problems: "message" [
        ["always", "string", "`success` when the call ended without problems."],
        ["immer", "Zeichenkette", "`success`, wenn der Aufruf ohne Fehler verlief."],
        ["siempre", "cadena", "`success` si la llamada terminó sin problemas."],
        ["toujours", "chaîne", "`success` si l’appel s’est terminé sans problème."],
        ["sempre", "string", "`success` quando a chamada terminou sem problemas."]
    ];
    data_is_a_list_of_objects: "data" [
        ["always", "list (object)", "The rows."],
        ["immer", "Liste (Objekt)", "Die Zeilen."],
        ["siempre", "lista (objeto)", "Las filas."],
        ["toujours", "liste (objet)", "Les lignes."],
        ["sempre", "lista (objeto)", "As linhas."]
    ];
    time_is_a_date_for_days_and_extended_iso_8601_for_hours: "data[].time" [
        ["always", "string (ISO 8601 date, or date and time in the extended form)", "Start of the day or hour: a date where `unit` is `day`, a date and time where it is `hour`."],
        ["immer", "Zeichenkette (Datum nach ISO 8601, oder Datum und Uhrzeit im erweiterten Format)", "Beginn des Tages oder der Stunde: bei `unit` gleich `day` ein Datum, bei `hour` Datum und Uhrzeit."],
        ["siempre", "cadena (fecha ISO 8601, o fecha y hora en el formato extendido)", "Comienzo del día o de la hora: una fecha si `unit` es `day`; una fecha y hora si es `hour`."],
        ["toujours", "chaîne (date ISO 8601, ou date et heure au format étendu)", "Début du jour ou de l’heure\u{a0}: une date si `unit` vaut `day`, une date et une heure s’il vaut `hour`."],
        ["sempre", "string (data ISO 8601, ou data e hora no formato estendido)", "Início do dia ou da hora: uma data se `unit` for `day`; data e hora se for `hour`."]
    ];
    sessions_is_an_integer: "data[].sessions" [
        ["always", "integer", "Number of sessions."],
        ["immer", "Ganzzahl", "Zahl der Sitzungen."],
        ["siempre", "entero", "Número de sesiones."],
        ["toujours", "entier", "Nombre de sessions."],
        ["sempre", "inteiro", "Número de sessões."]
    ];
}

#[test]
fn method_path_and_the_collection_of_examples_are_named() {
    for language in LANGUAGES {
        let page = sessions(language);
        assert!(page.contains("\n`GET /sessions/data_series`\n"), "{language}");
        let collection = "<https://documenter.getpostman.com/view/4689407/SVYrsdsG?version=latest#79efb6a9-62ec-4b8a-bf4a-e96313aa4be1>";
        assert!(page.contains(collection), "{language}");
    }
}

#[test]
fn the_example_request_names_all_parameters_and_carries_the_key_in_a_header() {
    for language in LANGUAGES {
        let page = sessions(language);
        let curl = blocks(&page, "sh")[0];
        let (url, header) = curl.split_once(" \\\n").unwrap();
        assert!(
            url.starts_with("curl 'https://rest.iad-01.braze.com/sessions/data_series?length=")
        );
        for name in ["unit", "ending_at", "app_id", "segment_id"] {
            assert!(url.contains(&format!("&{name}=")), "{language}: {name}");
        }
        assert_eq!(header.trim(), "--header \"Authorization: Bearer $BRAZE_API_KEY\"");
    }
}

#[test]
fn the_reply_is_json_and_shown_for_both_units() {
    for language in LANGUAGES {
        let page = sessions(language);
        assert!(page.contains("`Content-Type: application/json`"), "{language}");
        let [day, hour] = blocks(&page, "json")[..] else { panic!("{language}") };
        assert!(
            day.contains(r#""message": "success""#) && hour.contains(r#""message": "success""#)
        );
        assert!(day.contains(r#"{"time": "2024-05-01", "sessions": "#), "{day}");
        assert!(hour.contains(r#"{"time": "2024-05-03T08:00:00+00:00", "sessions": "#), "{hour}");
    }
}
