//! [`Report`]: everything that is measured, in order, with its budgets.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

use crate::body::Body;
use crate::budget::Figure;
use crate::failure::Failure;
use crate::measure::build::{self, ASYNC, BLOCKING, REQWEST, UREQ};
use crate::measure::callgrind::{self, Count};
use crate::measure::process::{self, compare, cpu_of};
use crate::program::{By, Source, Work};
use crate::server::Server;

/// The lines, as they come.
#[derive(Debug, Default)]
pub(crate) struct Report(Vec<Figure>);

/// Measures everything. `quick` leaves out what is measured in seconds, which do not repeat on a machine that does
/// something else too, and what takes builds of its own.
pub(crate) fn run(quick: bool) -> Result<Report, Failure> {
    let mut report = Report::default();
    report.trees()?;
    report.without_network()?;
    report.imports(quick)?;
    let server = Server::start(Duration::ZERO)?;
    report.calls(&server)?;
    report.memory(&server)?;
    report.sizes()?;
    if quick {
        report.command_in_debug()?;
    } else {
        report.speed(&server)?;
        report.command(&server)?;
        #[cfg(feature = "generator")]
        report.generator()?;
        report.builds()?;
    }
    Ok(report)
}

impl Report {
    /// Prints the table, and with `check` what is over its budget, which then ends in a failure.
    pub(crate) fn print(&self, check: bool) -> ExitCode {
        println!("| what | unit | by hand | ours | quotient | budget |");
        println!("|---|---|--:|--:|--:|--:|");
        for figure in &self.0 {
            println!("{figure}");
        }
        let missed: Vec<_> = self.0.iter().filter(|figure| !figure.is_kept()).collect();
        for figure in &missed {
            eprintln!("over budget: {figure}");
        }
        if check && !missed.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }

    fn add(&mut self, figure: Figure) {
        eprintln!("{figure}");
        self.0.push(figure);
    }

    /// Figures of whole processes: medians of so many rounds, and of up to five times as many while one of
    /// them is over its budget. The smallest would be those of a lucky moment, which only one side may have.
    fn repeated<const FIGURES: usize>(
        &mut self,
        rounds: usize,
        mut measure: impl FnMut() -> Result<[Figure; FIGURES], Failure>,
    ) -> Result<(), Failure> {
        let mut measured = [(); FIGURES].map(|()| Vec::new());
        let mut figures = Vec::new();
        for round in 1..=5 * rounds {
            for (rounds, figure) in measured.iter_mut().zip(measure()?) {
                rounds.push(figure);
            }
            if round >= rounds {
                figures = measured.iter().filter_map(|rounds| Figure::median(rounds)).collect();
                if figures.iter().all(Figure::is_kept) {
                    break;
                }
            }
        }
        for figure in figures {
            self.add(figure);
        }
        Ok(())
    }

    /// Instructions of both sides, and the allocations of ours.
    fn counts(
        &mut self,
        what: &str,
        work: Work,
        times: u64,
        server: Option<&Server>,
        [instructions, allocations]: [f64; 2],
    ) -> Result<(), Failure> {
        let us = callgrind::count(work.by(By::Us), times, server)?;
        let hand = callgrind::count(work.by(By::Hand), times, server)?;
        let both = [us.instructions, hand.instructions];
        self.add(Figure::beside(what, both, "instructions").at_most(instructions));
        let both = [us.allocations, hand.allocations];
        let figure = Figure::beside(what, both, "allocations");
        // The budget is a number of them, not a part of what it is by hand.
        self.add(figure.at_most(allocations / hand.allocations));
        Ok(())
    }

    fn without_network(&mut self) -> Result<(), Failure> {
        let day = Work::Decode(Body::Day);
        self.counts("decode 100 days", day, 200, None, [0.68, 3.0])?;
        let hour = Work::Decode(Body::Hour);
        self.counts("decode 100 hours", hour, 200, None, [0.54, 3.0])?;
        for (what, body) in [
            ("decode 100 days, hostile layout", Body::HostileDay),
            ("decode 100 hours, hostile layout", Body::HostileHour),
        ] {
            let [us, hand] =
                [By::Us, By::Hand].map(|by| callgrind::count(Work::Decode(body).by(by), 200, None));
            let both = [us?.instructions, hand?.instructions];
            self.add(Figure::beside(what, both, "instructions").at_most(0.75));
        }
        self.counts("encode five parameters", Work::Encode, 500, None, [0.62, 5.0])?;
        let Count { instructions, allocations } =
            callgrind::count(Work::Call.by(By::Us), 500, None)?;
        self.add(Figure::alone("a call of 100 hours, no network", instructions, "instructions"));
        self.add(Figure::alone("a call of 100 hours, no network", allocations, "allocations"));
        let plan = callgrind::count(Work::Plan.by(By::Us), 10, None)?;
        self.add(Figure::alone("plan a window", plan.instructions / 877.0, "instructions"));
        let export = callgrind::count(Work::Export.by(By::Us), 10, None)?;
        let each = export.instructions / 8766.0;
        self.add(Figure::alone("export a row, no network", each, "instructions"));
        Ok(())
    }

    fn imports(&mut self, quick: bool) -> Result<(), Failure> {
        for (what, source, budget) in [
            ("import a line of JSON, no network", Source::Lines, 0.8),
            ("import a struct, no network", Source::Structs, 3.3),
        ] {
            // 400 requests more.
            let [us, hand] = [By::Us, By::Hand]
                .map(|by| callgrind::count(Work::Import(source).by(by), 30_000, None));
            let both = [us?.instructions, hand?.instructions];
            self.add(Figure::beside(what, both, "instructions").at_most(budget));
        }
        let nowhere = Server::at(String::new(), String::new());
        let lines = Work::Import(Source::Lines);
        let costs = compare([By::Us, By::Hand].map(|by| lines.by(by)), 100_000, &nowhere)?;
        let requests = costs.map(|cost| cost.result as f64);
        self.add(Figure::beside("import 100,000 records", requests, "requests").at_most(1.0));
        let (what, many) = match quick {
            true => ("import 2,000,000 records against 100,000", 2_000_000),
            false => ("import 10,000,000 records against 100,000", 10_000_000),
        };
        self.repeated(1, || {
            let mut memory = [0.0; 2];
            for (memory, records) in memory.iter_mut().zip([many, 100_000]) {
                *memory = process::run(lines.by(By::Us), records, &nowhere)?.memory as f64 / 1e3;
            }
            Ok([Figure::beside(what, memory, "peak MB").at_most(1.1)])
        })
    }

    fn calls(&mut self, server: &Server) -> Result<(), Failure> {
        let one = Some(server);
        self.counts("a call, kept connection, blocking", Work::Blocking, 200, one, [0.66, 65.0])?;
        self.counts("a call, kept connection, async", Work::Async, 200, one, [0.68, 70.0])
    }

    fn memory(&mut self, server: &Server) -> Result<(), Failure> {
        for (what, work) in [
            ("ten years of hours, one after another", Work::Sequential),
            ("ten years of hours, 16 in flight", Work::Sixteen),
        ] {
            self.repeated(7, || {
                let costs = compare([By::Us, By::Hand].map(|by| work.by(by)), 10, server)?;
                let memory = costs.map(|cost| cost.memory as f64 / 1e3);
                Ok([Figure::beside(what, memory, "peak MB").at_most(1.18)])
            })?;
        }
        for (what, work) in [
            ("thirty years against one, one after another", Work::Sequential),
            ("thirty years against one, 16 in flight", Work::Sixteen),
        ] {
            self.repeated(3, || {
                let mut memory = [0.0; 2];
                for (memory, years) in memory.iter_mut().zip([30, 1]) {
                    *memory = process::run(work.by(By::Us), years, server)?.memory as f64 / 1e3;
                }
                Ok([Figure::beside(what, memory, "peak MB").at_most(1.1)])
            })?;
        }
        Ok(())
    }

    fn speed(&mut self, server: &Server) -> Result<(), Failure> {
        const CALLS: u64 = 20_000;
        let sides = [By::Us, By::Hand].map(|by| Work::SixtyFour.by(by));
        self.repeated(7, || {
            let costs = compare(sides, CALLS, server)?;
            let rates = costs.map(|cost| CALLS as f64 / (cost.wall as f64 / 1e6));
            Ok([Figure::beside("64 at a time", rates, "requests/s").at_least(1.3)])
        })?;
        for (what, work, budget) in [
            ("ten years of hours, one after another", Work::Sequential, 0.90),
            ("ten years of hours, 16 in flight", Work::Sixteen, 0.85),
        ] {
            self.repeated(7, || {
                let costs = compare([By::Us, By::Hand].map(|by| work.by(by)), 10, server)?;
                let cpu = costs.map(|cost| cost.cpu as f64 / 1e3);
                Ok([Figure::beside(what, cpu, "CPU ms").at_most(budget)])
            })?;
        }
        let distant = Server::start(Duration::from_millis(5))?;
        let sides = [Work::Sixteen, Work::AsyncSequential].map(|work| work.by(By::Us));
        self.repeated(3, || {
            let both = compare(sides, 10, &distant)?.map(|cost| cost.wall as f64 / 1e3);
            let what = "ten years, server 5 ms away, 16 in flight against one after another";
            Ok([Figure::beside(what, both, "wall ms").at_most(0.078)])
        })
    }

    /// The command from its start to its end, beside a program that can do nothing else.
    fn command(&mut self, server: &Server) -> Result<(), Failure> {
        let root = root();
        let mut build = Command::new("cargo");
        build.current_dir(&root).args(["build", "--quiet", "--release", "--locked"]);
        cpu_of(build.args(["--package", "braze-cli"]))?;
        let program = target(&root).join("release/braze");
        self.repeated(5, || {
            let mut cpu = [0; 2];
            for _ in 0..20 {
                let mut us = Command::new(&program);
                us.args(["sessions", "get", "--length", "100", "--format", "csv"]);
                us.args(["--base-url", &server.url]).env("BRAZE_API_KEY", &server.key);
                let hand = process::command(Work::Once.by(By::Hand), 1, Some(server))?;
                for (cpu, mut command) in cpu.iter_mut().zip([us, hand]) {
                    *cpu += cpu_of(&mut command)?;
                }
            }
            let each = cpu.map(|cpu| cpu as f64 / 1e3 / 20.0);
            Ok([Figure::beside("the command, cold start", each, "CPU ms").at_most(1.8)])
        })
    }

    /// The command from its start to its end, as the tests use it: built already, so a gate can afford it.
    fn command_in_debug(&mut self) -> Result<(), Failure> {
        let root = root();
        let mut build = Command::new("cargo");
        build.current_dir(&root).args(["build", "--quiet", "--workspace", "--locked"]);
        cpu_of(build.args(["--bins", "--tests"]))?;
        let program = target(&root).join("debug/braze");
        let mut us = callgrind::under_valgrind(&program);
        us.args(["sessions", "get", "--sandbox", "--length", "100", "--format", "csv"]);
        let what = "the command, cold start, debug build";
        let (instructions, _) = callgrind::counted(&mut us)?;
        self.add(Figure::alone(what, instructions as f64, "instructions").at_most(37e6));
        Ok(())
    }

    /// From a made-up spec to code on disk. Beside it, by hand, runs the program in `progenitor/`.
    #[cfg(feature = "generator")]
    fn generator(&mut self) -> Result<(), Failure> {
        let root = root();
        self.repeated(1, || {
            let mut cpu = [0; 2];
            for (cpu, endpoints) in cpu.iter_mut().zip([1000, 100]) {
                let folder = target(&root).join(format!("bench/synth-{endpoints}"));
                if folder.exists() {
                    std::fs::remove_dir_all(&folder)?;
                }
                *cpu =
                    process::cpu_here(|| crate::synth::time(endpoints, &folder, &root).map(drop))?;
            }
            let what = "codegen of 1,000 endpoints, against 100";
            let each = cpu.map(|cpu| cpu as f64 / 1e3);
            Ok([Figure::beside(what, each, "CPU ms").at_most(14.0)])
        })
    }

    fn trees(&mut self) -> Result<(), Failure> {
        for (package, budget) in
            [("braze-core", 18.0), ("braze-blocking", 46.0), ("braze-async", 102.0)]
        {
            let crates = f64::from(build::crates_in_tree(&root(), package)?);
            self.add(Figure::alone(format!("tree of {package}"), crates, "crates").at_most(budget));
        }
        Ok(())
    }

    /// The size on disk of a program that depends on a client.
    fn sizes(&mut self) -> Result<(), Failure> {
        for (what, us, budget) in [
            ("a program on braze-blocking, stripped", BLOCKING, 3.35),
            ("a program on braze-async, stripped", ASYNC, 4.35),
        ] {
            self.add(Figure::alone(what, us.size(&root())?, "MB").at_most(budget));
        }
        Ok(())
    }

    /// The cost of building one from nothing.
    fn builds(&mut self) -> Result<(), Failure> {
        let root = root();
        for (what, us, hand, budget) in [
            ("a program on braze-blocking, debug build", BLOCKING, UREQ, 1.15),
            ("a program on braze-async, debug build", ASYNC, REQWEST, 0.65),
        ] {
            let both = [us.debug_build(&root)?, hand.debug_build(&root)?];
            self.add(Figure::beside(what, both, "CPU s").at_most(budget));
        }
        Ok(())
    }
}

/// The workspace's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Cargo's output folder, which this program lies in.
fn target(root: &Path) -> PathBuf {
    let own = std::env::current_exe().ok();
    let target = own.as_deref().and_then(Path::parent).and_then(Path::parent).map(Path::to_owned);
    target.unwrap_or_else(|| root.join("target"))
}
