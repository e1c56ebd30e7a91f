// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The reference pages in the command.

use crate::reference::{Language, Page};

/// The languages, that of the spec first.
pub(crate) const LANGUAGES: &[Language] = &[
    Language {
        tag: "en",
        name: "English",
        pages: &[
            Page {
                command: &["campaigns", "get"],
                title: "Export campaign statistics by day",
                text: include_str!("reference/en/campaigns/data_series.md"),
            },
            Page {
                command: &["campaigns", "details"],
                title: "Get a campaign's details",
                text: include_str!("reference/en/campaigns/details.md"),
            },
            Page {
                command: &["campaigns", "list"],
                title: "List campaigns",
                text: include_str!("reference/en/campaigns/list.md"),
            },
            Page {
                command: &["campaigns", "url-info"],
                title: "List the links of a campaign's message",
                text: include_str!("reference/en/campaigns/url_info.md"),
            },
            Page {
                command: &["canvas", "get"],
                title: "Export Canvas statistics by day",
                text: include_str!("reference/en/canvas/data_series.md"),
            },
            Page {
                command: &["canvas", "data-summary"],
                title: "Get a summary of Canvas statistics",
                text: include_str!("reference/en/canvas/data_summary.md"),
            },
            Page {
                command: &["canvas", "details"],
                title: "Get a Canvas's details",
                text: include_str!("reference/en/canvas/details.md"),
            },
            Page {
                command: &["canvas", "list"],
                title: "List Canvases",
                text: include_str!("reference/en/canvas/list.md"),
            },
            Page {
                command: &["canvas", "url-info"],
                title: "List the links of a Canvas step's message",
                text: include_str!("reference/en/canvas/url_info.md"),
            },
            Page {
                command: &["custom-attributes", "list"],
                title: "List custom attributes",
                text: include_str!("reference/en/custom_attributes/list.md"),
            },
            Page {
                command: &["events", "get"],
                title: "Export a custom event by time",
                text: include_str!("reference/en/events/data_series.md"),
            },
            Page {
                command: &["events", "definitions"],
                title: "List custom events with their settings",
                text: include_str!("reference/en/events/definitions.md"),
            },
            Page {
                command: &["events", "list"],
                title: "List the names of custom events",
                text: include_str!("reference/en/events/list.md"),
            },
            Page {
                command: &["kpi", "dau", "get"],
                title: "Export daily active users by day",
                text: include_str!("reference/en/kpi/dau.md"),
            },
            Page {
                command: &["kpi", "mau", "get"],
                title: "Export monthly active users by day",
                text: include_str!("reference/en/kpi/mau.md"),
            },
            Page {
                command: &["kpi", "new-users", "get"],
                title: "Export new users by day",
                text: include_str!("reference/en/kpi/new_users.md"),
            },
            Page {
                command: &["kpi", "uninstalls", "get"],
                title: "Export uninstalls by day",
                text: include_str!("reference/en/kpi/uninstalls.md"),
            },
            Page {
                command: &["purchases", "product-list"],
                title: "List the products of purchases",
                text: include_str!("reference/en/purchases/product_list.md"),
            },
            Page {
                command: &["purchases", "quantity", "get"],
                title: "Export the number of purchases by time",
                text: include_str!("reference/en/purchases/quantity_series.md"),
            },
            Page {
                command: &["purchases", "revenue", "get"],
                title: "Export revenue by time",
                text: include_str!("reference/en/purchases/revenue_series.md"),
            },
            Page {
                command: &["segments", "cancel-export"],
                title: "Cancel the exports of a segment",
                text: include_str!("reference/en/segments/cancel_export.md"),
            },
            Page {
                command: &["segments", "get"],
                title: "Export the size of a segment by day",
                text: include_str!("reference/en/segments/data_series.md"),
            },
            Page {
                command: &["segments", "details"],
                title: "Get a segment's details",
                text: include_str!("reference/en/segments/details.md"),
            },
            Page {
                command: &["segments", "list"],
                title: "List segments",
                text: include_str!("reference/en/segments/list.md"),
            },
            Page {
                command: &["sends", "get"],
                title: "Export the statistics of a send by day",
                text: include_str!("reference/en/sends/data_series.md"),
            },
            Page {
                command: &["sessions", "get"],
                title: "Export app sessions by time",
                text: include_str!("reference/en/sessions/data_series.md"),
            },
            Page {
                command: &["users", "export-global-control-group"],
                title: "Start an export of the Global Control Group's users",
                text: include_str!("reference/en/users/export_global_control_group.md"),
            },
            Page {
                command: &["users", "export-ids"],
                title: "Export users by identifier",
                text: include_str!("reference/en/users/export_ids.md"),
            },
            Page {
                command: &["users", "export-segment"],
                title: "Start an export of a segment's users",
                text: include_str!("reference/en/users/export_segment.md"),
            },
            Page {
                command: &["users", "track"],
                title: "Record attributes, events and purchases of users",
                text: include_str!("reference/en/users/track.md"),
            },
        ],
    },
    Language {
        tag: "de",
        name: "Deutsch",
        pages: &[
            Page {
                command: &["campaigns", "get"],
                title: "Kampagnenstatistik je Tag exportieren",
                text: include_str!("reference/de/campaigns/data_series.md"),
            },
            Page {
                command: &["canvas", "get"],
                title: "Canvas-Statistik je Tag exportieren",
                text: include_str!("reference/de/canvas/data_series.md"),
            },
            Page {
                command: &["events", "get"],
                title: "Ein benutzerdefiniertes Ereignis im Zeitverlauf exportieren",
                text: include_str!("reference/de/events/data_series.md"),
            },
            Page {
                command: &["kpi", "dau", "get"],
                title: "Täglich aktive Nutzer exportieren",
                text: include_str!("reference/de/kpi/dau.md"),
            },
            Page {
                command: &["kpi", "mau", "get"],
                title: "Monatlich aktive Nutzer je Tag exportieren",
                text: include_str!("reference/de/kpi/mau.md"),
            },
            Page {
                command: &["kpi", "new-users", "get"],
                title: "Neue Nutzer je Tag exportieren",
                text: include_str!("reference/de/kpi/new_users.md"),
            },
            Page {
                command: &["kpi", "uninstalls", "get"],
                title: "Deinstallationen je Tag exportieren",
                text: include_str!("reference/de/kpi/uninstalls.md"),
            },
            Page {
                command: &["purchases", "quantity", "get"],
                title: "Zahl der Käufe im Zeitverlauf exportieren",
                text: include_str!("reference/de/purchases/quantity_series.md"),
            },
            Page {
                command: &["purchases", "revenue", "get"],
                title: "Umsatz im Zeitverlauf exportieren",
                text: include_str!("reference/de/purchases/revenue_series.md"),
            },
            Page {
                command: &["segments", "get"],
                title: "Größe eines Segments je Tag exportieren",
                text: include_str!("reference/de/segments/data_series.md"),
            },
            Page {
                command: &["sends", "get"],
                title: "Statistik einer Sendung je Tag exportieren",
                text: include_str!("reference/de/sends/data_series.md"),
            },
            Page {
                command: &["sessions", "get"],
                title: "App-Sitzungen im Zeitverlauf exportieren",
                text: include_str!("reference/de/sessions/data_series.md"),
            },
        ],
    },
    Language {
        tag: "es",
        name: "Español",
        pages: &[
            Page {
                command: &["campaigns", "get"],
                title: "Exportar las estadísticas de una campaña por día",
                text: include_str!("reference/es/campaigns/data_series.md"),
            },
            Page {
                command: &["canvas", "get"],
                title: "Exportar las estadísticas de un Canvas por día",
                text: include_str!("reference/es/canvas/data_series.md"),
            },
            Page {
                command: &["events", "get"],
                title: "Exportar un evento personalizado a lo largo del tiempo",
                text: include_str!("reference/es/events/data_series.md"),
            },
            Page {
                command: &["kpi", "dau", "get"],
                title: "Exportar los usuarios activos diarios",
                text: include_str!("reference/es/kpi/dau.md"),
            },
            Page {
                command: &["kpi", "mau", "get"],
                title: "Exportar los usuarios activos mensuales por día",
                text: include_str!("reference/es/kpi/mau.md"),
            },
            Page {
                command: &["kpi", "new-users", "get"],
                title: "Exportar los usuarios nuevos por día",
                text: include_str!("reference/es/kpi/new_users.md"),
            },
            Page {
                command: &["kpi", "uninstalls", "get"],
                title: "Exportar las desinstalaciones por día",
                text: include_str!("reference/es/kpi/uninstalls.md"),
            },
            Page {
                command: &["purchases", "quantity", "get"],
                title: "Exportar el número de compras a lo largo del tiempo",
                text: include_str!("reference/es/purchases/quantity_series.md"),
            },
            Page {
                command: &["purchases", "revenue", "get"],
                title: "Exportar los ingresos a lo largo del tiempo",
                text: include_str!("reference/es/purchases/revenue_series.md"),
            },
            Page {
                command: &["segments", "get"],
                title: "Exportar el tamaño de un segmento por día",
                text: include_str!("reference/es/segments/data_series.md"),
            },
            Page {
                command: &["sends", "get"],
                title: "Exportar las estadísticas de un envío por día",
                text: include_str!("reference/es/sends/data_series.md"),
            },
            Page {
                command: &["sessions", "get"],
                title: "Exportar las sesiones de aplicaciones a lo largo del tiempo",
                text: include_str!("reference/es/sessions/data_series.md"),
            },
        ],
    },
    Language {
        tag: "fr",
        name: "Français",
        pages: &[
            Page {
                command: &["campaigns", "get"],
                title: "Exporter les statistiques d’une campagne par jour",
                text: include_str!("reference/fr/campaigns/data_series.md"),
            },
            Page {
                command: &["canvas", "get"],
                title: "Exporter les statistiques d’un Canvas par jour",
                text: include_str!("reference/fr/canvas/data_series.md"),
            },
            Page {
                command: &["events", "get"],
                title: "Exporter un événement personnalisé dans le temps",
                text: include_str!("reference/fr/events/data_series.md"),
            },
            Page {
                command: &["kpi", "dau", "get"],
                title: "Exporter les utilisateurs actifs quotidiens",
                text: include_str!("reference/fr/kpi/dau.md"),
            },
            Page {
                command: &["kpi", "mau", "get"],
                title: "Exporter les utilisateurs actifs mensuels par jour",
                text: include_str!("reference/fr/kpi/mau.md"),
            },
            Page {
                command: &["kpi", "new-users", "get"],
                title: "Exporter les nouveaux utilisateurs par jour",
                text: include_str!("reference/fr/kpi/new_users.md"),
            },
            Page {
                command: &["kpi", "uninstalls", "get"],
                title: "Exporter les désinstallations par jour",
                text: include_str!("reference/fr/kpi/uninstalls.md"),
            },
            Page {
                command: &["purchases", "quantity", "get"],
                title: "Exporter le nombre d’achats dans le temps",
                text: include_str!("reference/fr/purchases/quantity_series.md"),
            },
            Page {
                command: &["purchases", "revenue", "get"],
                title: "Exporter le chiffre d’affaires dans le temps",
                text: include_str!("reference/fr/purchases/revenue_series.md"),
            },
            Page {
                command: &["segments", "get"],
                title: "Exporter la taille d’un segment par jour",
                text: include_str!("reference/fr/segments/data_series.md"),
            },
            Page {
                command: &["sends", "get"],
                title: "Exporter les statistiques d’un envoi par jour",
                text: include_str!("reference/fr/sends/data_series.md"),
            },
            Page {
                command: &["sessions", "get"],
                title: "Exporter les sessions d’application dans le temps",
                text: include_str!("reference/fr/sessions/data_series.md"),
            },
        ],
    },
    Language {
        tag: "pt-BR",
        name: "Português (Brasil)",
        pages: &[
            Page {
                command: &["campaigns", "get"],
                title: "Exportar as estatísticas de uma campanha por dia",
                text: include_str!("reference/pt-BR/campaigns/data_series.md"),
            },
            Page {
                command: &["canvas", "get"],
                title: "Exportar as estatísticas de um Canvas por dia",
                text: include_str!("reference/pt-BR/canvas/data_series.md"),
            },
            Page {
                command: &["events", "get"],
                title: "Exportar um evento personalizado ao longo do tempo",
                text: include_str!("reference/pt-BR/events/data_series.md"),
            },
            Page {
                command: &["kpi", "dau", "get"],
                title: "Exportar usuários ativos diários",
                text: include_str!("reference/pt-BR/kpi/dau.md"),
            },
            Page {
                command: &["kpi", "mau", "get"],
                title: "Exportar usuários ativos mensais por dia",
                text: include_str!("reference/pt-BR/kpi/mau.md"),
            },
            Page {
                command: &["kpi", "new-users", "get"],
                title: "Exportar novos usuários por dia",
                text: include_str!("reference/pt-BR/kpi/new_users.md"),
            },
            Page {
                command: &["kpi", "uninstalls", "get"],
                title: "Exportar desinstalações por dia",
                text: include_str!("reference/pt-BR/kpi/uninstalls.md"),
            },
            Page {
                command: &["purchases", "quantity", "get"],
                title: "Exportar o número de compras ao longo do tempo",
                text: include_str!("reference/pt-BR/purchases/quantity_series.md"),
            },
            Page {
                command: &["purchases", "revenue", "get"],
                title: "Exportar a receita ao longo do tempo",
                text: include_str!("reference/pt-BR/purchases/revenue_series.md"),
            },
            Page {
                command: &["segments", "get"],
                title: "Exportar o tamanho de um segmento por dia",
                text: include_str!("reference/pt-BR/segments/data_series.md"),
            },
            Page {
                command: &["sends", "get"],
                title: "Exportar as estatísticas de um envio por dia",
                text: include_str!("reference/pt-BR/sends/data_series.md"),
            },
            Page {
                command: &["sessions", "get"],
                title: "Exportar sessões de apps ao longo do tempo",
                text: include_str!("reference/pt-BR/sessions/data_series.md"),
            },
        ],
    },
];
