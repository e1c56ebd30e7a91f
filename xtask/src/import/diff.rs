//! [`unified`]: what a change does to a text, as patches are written.

use std::fmt::Write;

/// Lines around a change.
const CONTEXT: usize = 3;

/// What happens to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Keep,
    Remove,
    Add,
}

/// The difference of two texts of a file; empty where there is none.
pub(super) fn unified(file: &str, old: &str, new: &str) -> String {
    let old: Vec<&str> = old.lines().collect();
    let new: Vec<&str> = new.lines().collect();
    let steps = steps(&old, &new);
    let mut out = String::new();
    for (start, end) in hunks(&steps) {
        let count = |wanted: &[Step]| {
            let before = steps[..start].iter().filter(|step| wanted.contains(step)).count();
            let within = steps[start..end].iter().filter(|step| wanted.contains(step)).count();
            (before, within)
        };
        let (old_at, old_count) = count(&[Step::Keep, Step::Remove]);
        let (new_at, new_count) = count(&[Step::Keep, Step::Add]);
        if out.is_empty() {
            // Writing to a string does not fail.
            let _ = writeln!(out, "--- {file}\n+++ {file}");
        }
        let _ = writeln!(out, "@@ -{},{old_count} +{},{new_count} @@", old_at + 1, new_at + 1);
        let (mut from, mut to) = (old_at, new_at);
        for step in &steps[start..end] {
            let (mark, line) = match step {
                Step::Keep | Step::Remove => {
                    (if *step == Step::Keep { ' ' } else { '-' }, old[from])
                }
                Step::Add => ('+', new[to]),
            };
            from += usize::from(*step != Step::Add);
            to += usize::from(*step != Step::Remove);
            let _ = writeln!(out, "{mark}{line}");
        }
    }
    out
}

/// The fewest steps from one text to another: by the longest common subsequence, which is quick
/// enough for files that people write.
fn steps(old: &[&str], new: &[&str]) -> Vec<Step> {
    let width = new.len() + 1;
    let mut common = vec![0_usize; (old.len() + 1) * width];
    for from in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            common[from * width + to] = if old[from] == new[to] {
                common[(from + 1) * width + to + 1] + 1
            } else {
                common[(from + 1) * width + to].max(common[from * width + to + 1])
            };
        }
    }
    let (mut from, mut to) = (0, 0);
    let mut steps = Vec::new();
    while from < old.len() || to < new.len() {
        let step = if from < old.len() && to < new.len() && old[from] == new[to] {
            Step::Keep
        } else if to == new.len()
            || (from < old.len()
                && common[(from + 1) * width + to] >= common[from * width + to + 1])
        {
            Step::Remove
        } else {
            Step::Add
        };
        from += usize::from(step != Step::Add);
        to += usize::from(step != Step::Remove);
        steps.push(step);
    }
    steps
}

/// The ranges of steps that are shown: changes with their context, those that touch together.
fn hunks(steps: &[Step]) -> Vec<(usize, usize)> {
    let mut hunks: Vec<(usize, usize)> = Vec::new();
    for (at, _) in steps.iter().enumerate().filter(|(_, step)| **step != Step::Keep) {
        let (start, end) = (at.saturating_sub(CONTEXT), (at + CONTEXT + 1).min(steps.len()));
        match hunks.last_mut() {
            Some((_, last)) if start <= *last => *last = end,
            _ => hunks.push((start, end)),
        }
    }
    hunks
}
