//! Charts as pictures: their structure. How they look was looked at.

use std::collections::BTreeSet;
use std::fs;

use braze_sandbox::{Clock, Sandbox, Scenario};

use super::{Folder, NOW, braze, chart, chart_from, chart_of};

/// An element of an SVG that holds no others.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Element {
    fn get(&self, name: &str) -> &str {
        let mut found = self.attributes.iter().filter(|(known, _)| known == name);
        found.next().map_or("", |(_, value)| value.as_str())
    }
}

/// The elements in a picture, which must be well-formed.
fn elements(svg: &str) -> Vec<Element> {
    let (mut all, mut rest) = (Vec::new(), svg.trim());
    while let Some(tag) = rest.strip_prefix('<') {
        let (tag, after) = tag.split_once('>').unwrap();
        let (text, next) = after.split_at(after.find('<').unwrap_or(after.len()));
        rest = next;
        if tag.starts_with('/') {
            continue;
        }
        let (name, mut attributes) = tag.trim_end_matches('/').split_once(' ').unwrap();
        let mut element =
            Element { name: name.to_owned(), attributes: Vec::new(), text: text.trim().to_owned() };
        while let Some((name, value)) = attributes.split_once("=\"") {
            let (value, more) = value.split_once('"').unwrap();
            element.attributes.push((name.trim().to_owned(), value.to_owned()));
            attributes = more;
        }
        assert!(attributes.trim().is_empty(), "{tag}");
        all.push(element);
    }
    assert_eq!(rest, "");
    assert_eq!(svg.matches("</svg>").count(), 1);
    assert_eq!(svg.matches("</text>").count(), svg.matches("<text ").count());
    all
}

/// The picture that a chart of the sandbox is.
fn picture(arguments: &str) -> Vec<Element> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chart.svg");
    let run = chart(&format!("{arguments} -o {}", file.display())).run();
    assert_eq!((run.code(), run.stdout()), (Some(0), ""), "{run}");
    let picture = elements(&fs::read_to_string(file).unwrap());
    picture.iter().filter(|it| it.name == "text").for_each(assert_inside);
    picture
}

/// A text ends where the picture does, at the latest, in a font of usual width.
fn assert_inside(text: &Element) {
    let number = |name: &str| text.get(name).parse::<f64>().unwrap();
    let wide = 0.6 * number("font-size") * text.text.chars().count() as f64;
    let begin = match text.get("text-anchor") {
        "start" => number("x"),
        "middle" => number("x") - wide / 2.0,
        _ => number("x") - wide,
    };
    assert!(begin >= 0.0 && begin + wide <= 1_200.0, "{text:?}");
}

fn texts(picture: &[Element]) -> Vec<&str> {
    picture.iter().filter(|it| it.name == "text").map(|it| it.text.as_str()).collect()
}

/// The number of lines of a series.
fn lines(picture: &[Element]) -> usize {
    let is_line = |it: &&Element| it.name == "polyline" && it.get("stroke-width") == "3";
    picture.iter().filter(is_line).count()
}

#[test]
fn days_are_points_on_a_line() {
    let january = picture("--from 2024-01-01 --to 2024-02-01");
    assert_eq!(january[0].get("viewBox"), "0 0 1200 600");
    assert_eq!(january.iter().filter(|it| it.name == "circle").count(), 31);
    assert_eq!(lines(&january), 1);
    insta::assert_debug_snapshot!(texts(&january));
}

#[test]
fn a_long_range_is_a_line_within_a_band() {
    let years = picture("--from 2022 --to 2024");
    assert_eq!((lines(&years), years.iter().filter(|it| it.name == "polygon").count()), (1, 1));
    assert!(!years.iter().any(|it| it.name == "circle"));
    insta::assert_debug_snapshot!(texts(&years));
}

#[test]
fn each_app_has_a_color_and_a_place_in_the_legend() {
    let apps = "--app-id app-1 --app-id app-2 --app-id app-3 --segment-id seg-1";
    let picture = picture(&format!("--unit hour --from 2024-05-01 --to 2024-05-08 {apps}"));
    assert_eq!(lines(&picture), 3);
    let wide = picture.iter().filter(|it| it.name == "polyline" || it.name == "line");
    let wide = wide.filter(|it| matches!(it.get("stroke-width"), "3" | "4"));
    let colors: BTreeSet<_> = wide.map(|it| it.get("stroke")).collect();
    assert_eq!(colors.len(), 3);
    for app in ["app-1", "app-2", "app-3"] {
        let name = format!("app {app}");
        assert!(texts(&picture).contains(&name.as_str()), "{:?}", texts(&picture));
    }
    assert!(texts(&picture).contains(&"hour (UTC)"));
}

#[test]
fn a_gap_is_not_bridged() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chart.svg");
    let script = "workspace: { gaps: 0.15, zero_rows: false }";
    let range = format!("--from 2024-01-02 --to 2024-02-15 -o {}", file.display());
    let run = chart_of(script, &range);
    assert_eq!(run.code(), Some(5), "{run}");
    let gaps = run.stderr().lines().filter(|line| line.starts_with("finding: ")).count();
    let picture = elements(&fs::read_to_string(file).unwrap());
    let places = |line: &Element| line.get("points").split_whitespace().count();
    let drawn = picture.iter().filter(|it| it.get("stroke-width") == "3");
    // Between the points of a line, no day is missing; and the first day and the last are there.
    let (lines, points) = drawn.fold((0, 0), |(lines, all), line| (lines + 1, all + places(line)));
    let alone = picture.iter().filter(|it| it.name == "circle").count() - points;
    assert_eq!(lines + alone, gaps + 1, "{run}");
}

#[test]
fn what_is_not_over_is_dashed_and_hollow() {
    let open = picture("--from -10d --include-open");
    let hollow = open.iter().filter(|it| it.name == "circle" && it.get("fill") == "none").count();
    assert_eq!(hollow, 2);
    assert!(lines(&open) > 5, "{open:?}");
    assert!(texts(&open).iter().any(|text| text.contains(" incomplete day")));
}

#[test]
fn what_is_told_below_the_picture_is_wrapped() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chart.svg");
    let script = "workspace: { gaps: 0.3, zero_rows: false }";
    // A clock that stands still, since the number of an incomplete day grows.
    let sandbox = Sandbox::builder()
        .scenario(Scenario::from_yaml(script).unwrap())
        .clock(Clock::fixed(NOW.parse().unwrap()))
        .start()
        .unwrap();
    let arguments = format!("--from -20d --include-open -o {}", file.display());
    chart_from(&sandbox, NOW, &arguments);
    let picture = elements(&fs::read_to_string(file).unwrap());
    insta::assert_debug_snapshot!(texts(&picture));
}

#[test]
fn a_picture_is_replaced_by_a_complete_one() {
    let folder = Folder::with_old("chart.SVG");
    let run = chart(&format!("--from 2024-01-01 --to 2024-02-01 -o {}", folder.file())).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert!(fs::read_to_string(&folder.file).unwrap().starts_with("<svg "));
    assert_eq!(fs::read_dir(folder.folder.path()).unwrap().count(), 1);
    let line = "sessions chart --sandbox -o /nowhere/chart.svg";
    let run = braze(line).run();
    assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
    assert!(run.stderr().starts_with("error: cannot write /nowhere/chart.svg: "), "{run}");
}
