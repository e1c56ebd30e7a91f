//! Collisions of names within the inventory.

use super::entry::{Entry, Status};

/// The verbs below the noun of a series.
const SERIES_VERBS: [&str; 4] = ["get", "export", "sync", "chart"];

/// Commands of their own, beside those of operations.
const RESERVED: [&str; 1] = ["users export"];

/// Returns the collisions of operations with those before them.
pub(super) fn problems(entries: &[Entry]) -> Vec<String> {
    let mut problems = Vec::new();
    for (position, entry) in entries.iter().enumerate() {
        let command = &entry.names.command;
        if RESERVED.contains(&command.as_str()) {
            problems.push(format!(
                "the command words `{command}` of {} belong to a command that is not an operation",
                entry.operation,
            ));
        }
        for earlier in &entries[..position] {
            problems.extend(collision(earlier, entry));
        }
    }
    problems
}

/// Returns the first collision of two operations.
fn collision(one: &Entry, other: &Entry) -> Option<String> {
    let both = format!("{} and {}", one.operation, other.operation);
    if one.operation == other.operation {
        return Some(format!("{} is listed twice", one.operation));
    }
    if [one, other].iter().any(|entry| matches!(entry.status, Status::LeftOut(_))) {
        return None;
    }
    let (ours, theirs) = (&one.names, &other.names);
    if ours.id == theirs.id {
        return Some(format!("{both} have the same id `{}`", ours.id));
    }
    if ours.command == theirs.command {
        return Some(format!("{both} have the same command words `{}`", ours.command));
    }
    if ours.request == theirs.request {
        return Some(format!("{both} have the same type `{}`", ours.request));
    }
    below(one, other).or_else(|| below(other, one))
}

/// Returns the problem of command words that begin with those of another operation.
fn below(upper: &Entry, lower: &Entry) -> Option<String> {
    let rest = lower.names.command.strip_prefix(&upper.names.command)?.strip_prefix(' ')?;
    if !upper.names.series {
        return Some(format!(
            "the command words `{}` of {} begin with `{}` of {}, which is not a series",
            lower.names.command, lower.operation, upper.names.command, upper.operation,
        ));
    }
    let verb = rest.split(' ').next().filter(|verb| SERIES_VERBS.contains(verb))?;
    Some(format!(
        "the command words `{}` of {} take the verb `{verb}` of the series `{}`",
        lower.names.command, lower.operation, upper.names.command,
    ))
}
