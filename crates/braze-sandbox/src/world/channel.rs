//! The channels of messages and their counts.

/// The channels that messages of the world use.
pub(crate) const CHANNELS: &[&str] = &[
    "email",
    "ios_push",
    "android_push",
    "email",
    "web_push",
    "in_app_message",
    "email",
    "content_cards",
    "webhook",
    "sms",
    "whats_app",
];

/// Returns the counts of a channel, each with its share of the messages that were sent.
pub(crate) fn counts(channel: &str) -> &'static [(&'static str, f64)] {
    match channel {
        "email" => &[
            ("sent", 1.0),
            ("delivered", 0.98),
            ("opens", 0.44),
            ("machine_open", 0.09),
            ("unique_opens", 0.36),
            ("machine_amp_open", 0.0),
            ("clicks", 0.06),
            ("unique_clicks", 0.05),
            ("unsubscribes", 0.003),
            ("bounces", 0.02),
            ("reported_spam", 0.0004),
        ],
        "sms" => &[
            ("sent", 1.0),
            ("sent_to_carrier", 0.99),
            ("delivered", 0.96),
            ("rejected", 0.01),
            ("delivery_failed", 0.02),
            ("clicks", 0.04),
            ("opt_out", 0.002),
            ("help", 0.001),
        ],
        "whats_app" => &[("sent", 1.0), ("delivered", 0.97), ("failed", 0.03), ("read", 0.71)],
        "content_cards" => &[
            ("sent", 1.0),
            ("total_impressions", 0.8),
            ("unique_impressions", 0.52),
            ("total_clicks", 0.09),
            ("unique_clicks", 0.07),
            ("total_dismissals", 0.05),
            ("unique_dismissals", 0.05),
        ],
        "webhook" => &[("sent", 1.0), ("errors", 0.01)],
        "in_app_message" => &[
            ("impressions", 0.9),
            ("clicks", 0.12),
            ("first_button_clicks", 0.08),
            ("second_button_clicks", 0.03),
        ],
        // Push messages.
        _ => &[
            ("sent", 1.0),
            ("direct_opens", 0.05),
            ("total_opens", 0.11),
            ("bounces", 0.01),
            ("body_clicks", 0.05),
        ],
    }
}
