//! [`Endpoint`]: one made-up path, from a template and some words.

/// What an endpoint may be: the last part of its name, and how it is described.
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

/// What stands before a subject once each tag has had all of them.
const SORTS: [&str; 4] = ["", "unique", "mobile", "late"];

/// How many endpoints these words are enough for.
pub(super) const MOST: usize = KINDS.len() * TAGS.len() * SUBJECTS.len() * SORTS.len();

/// One path with its one operation.
#[derive(Debug)]
pub(super) struct Endpoint {
    kind: &'static str,
    template: &'static str,
    pub(super) tag: &'static str,
    /// What it is about, in `snake_case`.
    subject: String,
    /// A number that differs from one to the next: a bound, a value of an example.
    most: usize,
}

impl Endpoint {
    /// The endpoint at a place, which counts from 0 and is below [`MOST`].
    pub(super) fn new(index: usize) -> Self {
        let (kind, template) = KINDS[index % KINDS.len()];
        let group = index / KINDS.len();
        let (tag, round) = (group % TAGS.len(), group / TAGS.len());
        // Neighbouring tags begin with subjects of their own, so that small specs have many words too.
        let subject = SUBJECTS[(tag + round) % SUBJECTS.len()];
        let sort = SORTS[round / SUBJECTS.len() % SORTS.len()];
        let subject =
            if sort.is_empty() { subject.to_owned() } else { format!("{sort}_{subject}") };
        Self { kind, template, tag: TAGS[tag], subject, most: 20 + index * 7 % 80 }
    }

    /// The file that describes it, from the folder of the spec.
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

    /// The text of its file.
    pub(super) fn text(&self) -> String {
        self.template
            .replace("<tag>", self.tag)
            .replace("<subject>", &self.subject)
            .replace("<words>", &self.subject.replace('_', " "))
            .replace("<most>", &self.most.to_string())
    }
}
