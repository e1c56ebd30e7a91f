// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The instances of the service.

/// An instance of the service: every workspace lives on one of them, and its keys are known only
/// there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Instance {
    /// US-01, `https://rest.iad-01.braze.com`
    Us01,
    /// US-02, `https://rest.iad-02.braze.com`
    Us02,
    /// US-03, `https://rest.iad-03.braze.com`
    Us03,
    /// US-04, `https://rest.iad-04.braze.com`
    Us04,
    /// US-05, `https://rest.iad-05.braze.com`
    Us05,
    /// US-06, `https://rest.iad-06.braze.com`
    Us06,
    /// US-07, `https://rest.iad-07.braze.com`
    Us07,
    /// US-08, `https://rest.iad-08.braze.com`
    Us08,
    /// US-10, `https://rest.us-10.braze.com`
    Us10,
    /// EU-01, `https://rest.fra-01.braze.eu`
    Eu01,
    /// EU-02, `https://rest.fra-02.braze.eu`
    Eu02,
    /// AU-01, `https://rest.au-01.braze.com`
    Au01,
    /// ID-01, `https://rest.id-01.braze.com`
    Id01,
    /// JP-01, `https://rest.jp-01.braze.com`
    Jp01,
    /// KR-01, `https://rest.kr-01.braze.com`
    Kr01,
}

impl Instance {
    /// All instances, in the order of the spec.
    pub const ALL: &[Self] = &[
        Self::Us01,
        Self::Us02,
        Self::Us03,
        Self::Us04,
        Self::Us05,
        Self::Us06,
        Self::Us07,
        Self::Us08,
        Self::Us10,
        Self::Eu01,
        Self::Eu02,
        Self::Au01,
        Self::Id01,
        Self::Jp01,
        Self::Kr01,
    ];

    /// The name, as the documentation writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Us01 => "US-01",
            Self::Us02 => "US-02",
            Self::Us03 => "US-03",
            Self::Us04 => "US-04",
            Self::Us05 => "US-05",
            Self::Us06 => "US-06",
            Self::Us07 => "US-07",
            Self::Us08 => "US-08",
            Self::Us10 => "US-10",
            Self::Eu01 => "EU-01",
            Self::Eu02 => "EU-02",
            Self::Au01 => "AU-01",
            Self::Id01 => "ID-01",
            Self::Jp01 => "JP-01",
            Self::Kr01 => "KR-01",
        }
    }

    /// The host of the REST API.
    #[must_use]
    pub const fn host(self) -> &'static str {
        match self {
            Self::Us01 => "rest.iad-01.braze.com",
            Self::Us02 => "rest.iad-02.braze.com",
            Self::Us03 => "rest.iad-03.braze.com",
            Self::Us04 => "rest.iad-04.braze.com",
            Self::Us05 => "rest.iad-05.braze.com",
            Self::Us06 => "rest.iad-06.braze.com",
            Self::Us07 => "rest.iad-07.braze.com",
            Self::Us08 => "rest.iad-08.braze.com",
            Self::Us10 => "rest.us-10.braze.com",
            Self::Eu01 => "rest.fra-01.braze.eu",
            Self::Eu02 => "rest.fra-02.braze.eu",
            Self::Au01 => "rest.au-01.braze.com",
            Self::Id01 => "rest.id-01.braze.com",
            Self::Jp01 => "rest.jp-01.braze.com",
            Self::Kr01 => "rest.kr-01.braze.com",
        }
    }
}
