//! [`Endpoint`]: one made-up path, from a template and some words.

/// The kinds of endpoints: the last part of the name, and the template of the description.
const KINDS: [(&str, &str); 6] = [
    ("data_series", include_str!("paths/series.yaml")),
    ("list", include_str!("paths/list.yaml")),
    ("details", include_str!("paths/details.yaml")),
    ("report", include_str!("paths/report.yaml")),
    ("amounts", include_str!("paths/amounts.yaml")),
    ("search", include_str!("paths/search.yaml")),
];

const TAGS: [&str; 25] = [
    "campaigns",
    "canvases",
    "cards",
    "catalogs",
    "channels",
    "coupons",
    "devices",
    "domains",
    "emails",
    "feeds",
    "forms",
    "groups",
    "invites",
    "labels",
    "media",
    "offers",
    "places",
    "products",
    "pushes",
    "rewards",
    "stores",
    "surveys",
    "templates",
    "topics",
    "visitors",
];

const SUBJECTS: [&str; 20] = [
    "opens",
    "clicks",
    "sends",
    "bounces",
    "conversions",
    "deliveries",
    "views",
    "entries",
    "exits",
    "renewals",
    "refunds",
    "ratings",
    "reviews",
    "replies",
    "failures",
    "visits",
    "shares",
    "signups",
    "uploads",
    "downloads",
];

/// The number of endpoints that these words are enough for.
pub(super) const MAX_ENDPOINTS: usize = KINDS.len() * TAGS.len() * SUBJECTS.len();

/// One path with its one operation.
pub(super) struct Endpoint {
    kind: &'static str,
    template: &'static str,
    pub(super) tag: &'static str,
    subject: &'static str,
    /// A number that differs from one to the next: a bound, a value of an example.
    number: usize,
}

impl Endpoint {
    /// The endpoint at an index below [`MAX_ENDPOINTS`].
    pub(super) fn new(index: usize) -> Self {
        let (kind, template) = KINDS[index % KINDS.len()];
        let group = index / KINDS.len();
        let (tag, round) = (group % TAGS.len(), group / TAGS.len());
        // Neighbouring tags begin with subjects of their own, so that small specs have many words too.
        let subject = SUBJECTS[(tag + round) % SUBJECTS.len()];
        Self { kind, template, tag: TAGS[tag], subject, number: 20 + index * 7 % 80 }
    }

    /// The file of the path, relative to the root document.
    pub(super) fn file(&self) -> String {
        format!("paths/{}/{}_{}.yaml", self.tag, self.subject, self.kind)
    }

    /// The path template.
    pub(super) fn path(&self) -> String {
        let Self { kind, tag, subject, .. } = self;
        match *kind {
            "details" => format!("/{tag}/{{id}}/{subject}"),
            _ => format!("/{tag}/{subject}/{kind}"),
        }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> String {
        self.template
            .replace("<tag>", self.tag)
            .replace("<subject>", self.subject)
            .replace("<number>", &self.number.to_string())
    }
}
