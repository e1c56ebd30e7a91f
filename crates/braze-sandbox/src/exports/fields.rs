//! [`Fields`]: the parts of a profile that an export contains.

/// The parts of a profile that an export contains.
#[derive(Debug, Clone)]
pub(crate) struct Fields {
    /// `None` for all fields.
    names: Option<Vec<String>>,
    /// The custom attributes, if not all.
    attributes: Option<Vec<String>>,
    /// True for an export with a file, which has a field more.
    in_export: bool,
}

impl Fields {
    /// Creates the selection of `fields_to_export` and `custom_attributes_to_export`.
    pub(crate) fn new(names: Option<Vec<&str>>, attributes: Option<Vec<&str>>) -> Self {
        let owned = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let (names, attributes) = (names.map(owned), attributes.map(owned));
        let attributes = attributes.filter(|list| !list.is_empty());
        Self { names, attributes, in_export: false }
    }

    /// Selects for an export with a file.
    pub(crate) fn in_export(self) -> Self {
        Self { in_export: true, ..self }
    }

    /// Returns true if a field is selected.
    pub(crate) fn has(&self, name: &str) -> bool {
        match name {
            "created_from" if !self.in_export => false,
            "custom_attributes" if self.attributes.is_some() => true,
            // Times of consent come with the consent.
            "push_opted_in_at" => self.has("push_subscribe"),
            "email_opted_in_at" => self.has("email_subscribe"),
            _ => self.is_named(name),
        }
    }

    /// Returns true if a custom attribute is selected.
    pub(crate) fn has_attribute(&self, name: &str) -> bool {
        self.is_named("custom_attributes")
            || self.attributes.as_ref().is_some_and(|own| own.iter().any(|known| known == name))
    }

    fn is_named(&self, name: &str) -> bool {
        self.names.as_ref().is_none_or(|own| own.iter().any(|known| known == name))
    }
}
