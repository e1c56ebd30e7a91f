// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

use crate::reply::{OpenField, OpenObject};
use crate::wire::{Word, word};
use crate::{Scrub, Secret, Violations, reply};

/// Body of a failure of an operation on users of the dashboard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ScimFailure {
    /// The SCIM schemas.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub schemas: Vec<String>,
    /// The problem.
    pub detail: String,
    /// The status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u64>,
}

impl ScimFailure {
    /// An object with the required fields.
    #[must_use]
    pub fn new(detail: String) -> Self {
        Self { schemas: Vec::new(), detail, status: None }
    }
}

impl Scrub for ScimFailure {
    fn scrub(&mut self, secret: &Secret) {
        self.schemas.scrub(secret);
        self.detail.scrub(secret);
        self.status.scrub(secret);
    }
}

/// Name of the user.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ScimName {
    /// Given name.
    #[serde(rename = "givenName", skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    /// Family name.
    #[serde(rename = "familyName", skip_serializing_if = "Option::is_none")]
    pub family_name: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ScimName {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { given_name: None, family_name: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for ScimName {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "givenName" => field.scalar(&mut self.given_name, &mut self.extra),
            "familyName" => field.scalar(&mut self.family_name, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ScimName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ScimName {
    fn scrub(&mut self, secret: &Secret) {
        self.given_name.scrub(secret);
        self.family_name.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ScimPermissionSet {
    /// Name of the set.
    #[serde(
        rename = "appGroupPermissionSetName",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub app_group_permission_set_name: Option<String>,
    /// Identifier of the set.
    #[serde(
        rename = "appGroupPermissionSetID",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub app_group_permission_set_id: Option<String>,
}

impl ScimPermissionSet {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { app_group_permission_set_name: None, app_group_permission_set_id: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.app_group_permission_set_name {
            v.text("appGroupPermissionSetName", value);
        }
        if let Some(value) = &self.app_group_permission_set_id {
            v.text("appGroupPermissionSetID", value);
        }
    }

    /// Sets `appGroupPermissionSetName`. Name of the set.
    #[must_use]
    pub fn app_group_permission_set_name(
        mut self,
        app_group_permission_set_name: impl Into<String>,
    ) -> Self {
        self.app_group_permission_set_name = Some(app_group_permission_set_name.into());
        self
    }

    /// Sets `appGroupPermissionSetID`. Identifier of the set.
    #[must_use]
    pub fn app_group_permission_set_id(
        mut self,
        app_group_permission_set_id: impl Into<String>,
    ) -> Self {
        self.app_group_permission_set_id = Some(app_group_permission_set_id.into());
        self
    }
}

/// Permissions of a user of the dashboard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ScimPermissions {
    /// Permissions in the whole company.
    #[serde(rename = "companyPermissions", default, skip_serializing_if = "Vec::is_empty")]
    pub company_permissions: Vec<String>,
    /// Roles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<ScimRole>,
    /// Permissions in workspaces.
    #[serde(rename = "appGroup")]
    pub app_group: Vec<ScimWorkspace>,
}

impl ScimPermissions {
    /// An object with the required fields.
    #[must_use]
    pub fn new(app_group: impl IntoIterator<Item = ScimWorkspace>) -> Self {
        Self {
            company_permissions: Vec::new(),
            roles: Vec::new(),
            app_group: app_group.into_iter().collect(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        for value in &self.company_permissions {
            v.text("companyPermissions", value);
        }
        v.each("roles", &self.roles, ScimRole::validate);
        v.each("appGroup", &self.app_group, ScimWorkspace::validate);
    }

    /// Sets `companyPermissions`. Permissions in the whole company.
    #[must_use]
    pub fn company_permissions(
        mut self,
        company_permissions: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.company_permissions = company_permissions.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `roles`. Roles.
    #[must_use]
    pub fn roles(mut self, roles: impl IntoIterator<Item = ScimRole>) -> Self {
        self.roles = roles.into_iter().collect();
        self
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ScimRole {
    /// Name of the role.
    #[serde(
        rename = "roleName",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub role_name: Option<String>,
    /// Identifier of the role.
    #[serde(
        rename = "roleId",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub role_id: Option<String>,
}

impl ScimRole {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { role_name: None, role_id: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.role_name {
            v.text("roleName", value);
        }
        if let Some(value) = &self.role_id {
            v.text("roleId", value);
        }
        v.at_least_one(&[
            ("roleName", self.role_name.is_some()),
            ("roleId", self.role_id.is_some()),
        ]);
    }

    /// Sets `roleName`. Name of the role.
    #[must_use]
    pub fn role_name(mut self, role_name: impl Into<String>) -> Self {
        self.role_name = Some(role_name.into());
        self
    }

    /// Sets `roleId`. Identifier of the role.
    #[must_use]
    pub fn role_id(mut self, role_id: impl Into<String>) -> Self {
        self.role_id = Some(role_id.into());
        self
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ScimTeam {
    /// Name of the team.
    #[serde(
        rename = "teamName",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub team_name: Option<String>,
    /// Identifier of the team.
    #[serde(
        rename = "teamId",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub team_id: Option<String>,
    /// Permissions by name.
    #[serde(rename = "teamPermissions")]
    pub team_permissions: Vec<String>,
}

impl ScimTeam {
    /// An object with the required fields.
    #[must_use]
    pub fn new(team_permissions: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            team_name: None,
            team_id: None,
            team_permissions: team_permissions.into_iter().map(Into::into).collect(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.team_name {
            v.text("teamName", value);
        }
        if let Some(value) = &self.team_id {
            v.text("teamId", value);
        }
        for value in &self.team_permissions {
            v.text("teamPermissions", value);
        }
    }

    /// Sets `teamName`. Name of the team.
    #[must_use]
    pub fn team_name(mut self, team_name: impl Into<String>) -> Self {
        self.team_name = Some(team_name.into());
        self
    }

    /// Sets `teamId`. Identifier of the team.
    #[must_use]
    pub fn team_id(mut self, team_id: impl Into<String>) -> Self {
        self.team_id = Some(team_id.into());
        self
    }
}

/// A user of the dashboard.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ScimUser {
    /// The SCIM schemas. Omitted in lists.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub schemas: Vec<String>,
    /// Identifier of the user, which is not a UUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Email address of the user.
    #[serde(rename = "userName", skip_serializing_if = "Option::is_none")]
    pub user_name: Option<String>,
    /// Name of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<ScimName>,
    /// Department of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<ScimUserDepartment>,
    /// Time at which the user was made, as text for people.
    #[serde(rename = "createdAt", skip_serializing_if = "Option::is_none")]
    pub created_at: Option<String>,
    /// Time of the last sign-in, as text for people, or `N/A`.
    #[serde(rename = "lastSignInAt", skip_serializing_if = "Option::is_none")]
    pub last_sign_in_at: Option<String>,
    /// Permissions of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permissions: Option<ScimUserPermissions>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ScimUser {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            schemas: Vec::new(),
            id: None,
            user_name: None,
            name: None,
            department: None,
            created_at: None,
            last_sign_in_at: None,
            permissions: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ScimUser {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "schemas" => field.value(&mut self.schemas),
            "id" => field.scalar(&mut self.id, &mut self.extra),
            "userName" => field.scalar(&mut self.user_name, &mut self.extra),
            "name" => field.value(&mut self.name),
            "department" => field.scalar(&mut self.department, &mut self.extra),
            "createdAt" => field.scalar(&mut self.created_at, &mut self.extra),
            "lastSignInAt" => field.scalar(&mut self.last_sign_in_at, &mut self.extra),
            "permissions" => field.value(&mut self.permissions),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ScimUser {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ScimUser {
    fn scrub(&mut self, secret: &Secret) {
        self.schemas.scrub(secret);
        self.id.scrub(secret);
        self.user_name.scrub(secret);
        self.name.scrub(secret);
        self.department.scrub(secret);
        self.created_at.scrub(secret);
        self.last_sign_in_at.scrub(secret);
        self.permissions.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Department of the user.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ScimUserDepartment {
    /// `agency`
    Agency,
    /// `bi`
    Bi,
    /// `c_suite`
    CSuite,
    /// `engineering`
    Engineering,
    /// `finance`
    Finance,
    /// `marketing`
    Marketing,
    /// `pm`
    Pm,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for ScimUserDepartment {
    fn as_str(&self) -> &str {
        match self {
            Self::Agency => "agency",
            Self::Bi => "bi",
            Self::CSuite => "c_suite",
            Self::Engineering => "engineering",
            Self::Finance => "finance",
            Self::Marketing => "marketing",
            Self::Pm => "pm",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "agency" => Self::Agency,
            "bi" => Self::Bi,
            "c_suite" => Self::CSuite,
            "engineering" => Self::Engineering,
            "finance" => Self::Finance,
            "marketing" => Self::Marketing,
            "pm" => Self::Pm,
            other => Self::Other(other.into()),
        }
    }
}

word!(ScimUserDepartment);

/// Permissions of the user.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ScimUserPermissions {
    /// Permissions in the whole company.
    #[serde(
        rename = "companyPermissions",
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub company_permissions: Vec<String>,
    /// Roles, with their permissions in workspaces.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub roles: Vec<Value>,
    /// Permissions in workspaces.
    #[serde(
        rename = "appGroup",
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub app_group: Vec<ScimUserWorkspace>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ScimUserPermissions {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            company_permissions: Vec::new(),
            roles: Vec::new(),
            app_group: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ScimUserPermissions {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "companyPermissions" => field.value(&mut self.company_permissions),
            "roles" => field.value(&mut self.roles),
            "appGroup" => field.value(&mut self.app_group),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ScimUserPermissions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ScimUserPermissions {
    fn scrub(&mut self, secret: &Secret) {
        self.company_permissions.scrub(secret);
        self.roles.scrub(secret);
        self.app_group.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ScimUserWorkspace {
    /// Identifier of the workspace.
    #[serde(rename = "appGroupId", skip_serializing_if = "Option::is_none")]
    pub app_group_id: Option<String>,
    /// Name of the workspace.
    #[serde(rename = "appGroupName", skip_serializing_if = "Option::is_none")]
    pub app_group_name: Option<String>,
    /// Set of permissions.
    #[serde(
        rename = "appGroupPermissionSets",
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub app_group_permission_sets: Vec<Value>,
    /// Permissions by name.
    #[serde(
        rename = "appGroupPermissions",
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub app_group_permissions: Vec<String>,
    /// Permissions in teams.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub team: Vec<Value>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ScimUserWorkspace {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            app_group_id: None,
            app_group_name: None,
            app_group_permission_sets: Vec::new(),
            app_group_permissions: Vec::new(),
            team: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ScimUserWorkspace {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "appGroupId" => field.scalar(&mut self.app_group_id, &mut self.extra),
            "appGroupName" => field.scalar(&mut self.app_group_name, &mut self.extra),
            "appGroupPermissionSets" => field.value(&mut self.app_group_permission_sets),
            "appGroupPermissions" => field.value(&mut self.app_group_permissions),
            "team" => field.value(&mut self.team),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ScimUserWorkspace {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ScimUserWorkspace {
    fn scrub(&mut self, secret: &Secret) {
        self.app_group_id.scrub(secret);
        self.app_group_name.scrub(secret);
        self.app_group_permission_sets.scrub(secret);
        self.app_group_permissions.scrub(secret);
        self.team.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ScimWorkspace {
    /// Name of the workspace.
    #[serde(
        rename = "appGroupName",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub app_group_name: Option<String>,
    /// Identifier of the workspace.
    #[serde(
        rename = "appGroupId",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub app_group_id: Option<String>,
    /// Set of permissions, at most one. At most 1 item.
    #[serde(rename = "appGroupPermissionSets", default, skip_serializing_if = "Vec::is_empty")]
    pub app_group_permission_sets: Vec<ScimPermissionSet>,
    /// Permissions by name, such as `view_campaigns`.
    #[serde(rename = "appGroupPermissions", default, skip_serializing_if = "Vec::is_empty")]
    pub app_group_permissions: Vec<String>,
    /// Permissions in teams.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub team: Vec<ScimTeam>,
}

impl ScimWorkspace {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            app_group_name: None,
            app_group_id: None,
            app_group_permission_sets: Vec::new(),
            app_group_permissions: Vec::new(),
            team: Vec::new(),
        }
    }

    /// Greatest number of items of `appGroupPermissionSets`.
    pub const MAX_APP_GROUP_PERMISSION_SETS: usize = 1;

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.app_group_name {
            v.text("appGroupName", value);
        }
        if let Some(value) = &self.app_group_id {
            v.text("appGroupId", value);
        }
        if !self.app_group_permission_sets.is_empty() {
            v.length(
                "appGroupPermissionSets",
                self.app_group_permission_sets.len(),
                "items",
                None,
                Some(1),
            );
            v.each(
                "appGroupPermissionSets",
                &self.app_group_permission_sets,
                ScimPermissionSet::validate,
            );
        }
        for value in &self.app_group_permissions {
            v.text("appGroupPermissions", value);
        }
        v.each("team", &self.team, ScimTeam::validate);
        v.at_least_one(&[
            ("appGroupName", self.app_group_name.is_some()),
            ("appGroupId", self.app_group_id.is_some()),
        ]);
    }

    /// Sets `appGroupName`. Name of the workspace.
    #[must_use]
    pub fn app_group_name(mut self, app_group_name: impl Into<String>) -> Self {
        self.app_group_name = Some(app_group_name.into());
        self
    }

    /// Sets `appGroupId`. Identifier of the workspace.
    #[must_use]
    pub fn app_group_id(mut self, app_group_id: impl Into<String>) -> Self {
        self.app_group_id = Some(app_group_id.into());
        self
    }

    /// Sets `appGroupPermissionSets`. Set of permissions, at most one. At most 1 item.
    #[must_use]
    pub fn app_group_permission_sets(
        mut self,
        app_group_permission_sets: impl IntoIterator<Item = ScimPermissionSet>,
    ) -> Self {
        self.app_group_permission_sets = app_group_permission_sets.into_iter().collect();
        self
    }

    /// Sets `appGroupPermissions`. Permissions by name, such as `view_campaigns`.
    #[must_use]
    pub fn app_group_permissions(
        mut self,
        app_group_permissions: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.app_group_permissions = app_group_permissions.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `team`. Permissions in teams.
    #[must_use]
    pub fn team(mut self, team: impl IntoIterator<Item = ScimTeam>) -> Self {
        self.team = team.into_iter().collect();
        self
    }
}
