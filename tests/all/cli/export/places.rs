//! Places that an output is written to: descriptors, symbolic links, and those where it cannot go.

use std::fs::{self, OpenOptions, Permissions};
use std::io::Read;
use std::os::fd::OwnedFd;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::{Braze, Folder, JANUARY, OLD, assert_transcript, export, export_from, names, sandbox};
use crate::cli::process::Transcript;

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// A run within a shell, whose script has the command in the place of `BRAZE`.
fn in_shell(run: &Braze, shell: &[&str], script: &str) -> Output {
    let words = [run.command.get_program()].into_iter().chain(run.command.get_args());
    let words: Vec<_> = words.map(|word| format!("'{}'", word.to_str().unwrap())).collect();
    let mut command = Command::new(shell[0]);
    command.args(&shell[1..]).arg("-c").arg(script.replace("BRAZE", &words.join(" ")));
    for (name, value) in run.command.get_envs() {
        command.env(name, value.unwrap_or_default());
    }
    command.stdin(Stdio::null()).output().unwrap()
}

#[test]
fn text_around_a_redirected_output_stays() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("all.csv");
    let rows = export(JANUARY).run().stdout().to_owned();
    for (target, to, mode) in [
        ("/dev/stdout", "", ">"),
        ("/dev/stdout", "", ">>"),
        ("/dev/fd/1", "", ">"),
        ("/proc/self/fd/1", "", ">"),
        ("/dev/fd/3", ">&3", "3>"),
        ("/dev/fd/3", ">&3", "3>>"),
        ("/dev/stderr", ">&2", "2>"),
    ] {
        let run = export(&format!("{JANUARY} --quiet --format csv -o {target}"));
        let file_word = file.display();
        let script = format!("{{ echo header {to}; BRAZE; echo footer {to}; }} {mode} {file_word}");
        fs::remove_file(&file).unwrap_or_default();
        let output = in_shell(&run, &["sh"], &script);
        assert!(output.status.success(), "{script}: {output:?}");
        let written = read(&file);
        let between = written.strip_prefix("header\n").and_then(|it| it.strip_suffix("footer\n"));
        let between = between.unwrap_or_else(|| panic!("{script}: {written}"));
        assert!(between.starts_with(&rows), "{script}: {between}");
        assert_eq!(names(folder.path()), ["all.csv"], "{script}");
    }
}

#[test]
fn a_socket_is_written_like_a_pipe() {
    let (mut ours, theirs) = UnixStream::pair().unwrap();
    let mut run = export(&format!("{JANUARY} -o /dev/stdout"));
    let mut child =
        run.command.stdout(OwnedFd::from(theirs)).stderr(Stdio::null()).spawn().unwrap();
    // The command holds the other end, until it is dropped.
    drop(run);
    let mut written = String::new();
    ours.read_to_string(&mut written).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(written, export(JANUARY).run().stdout());
}

#[test]
fn a_descriptor_that_cannot_be_written_is_refused_before_anything_is_sent() {
    let folder = Folder::with_old("old");
    let sandbox = sandbox("name: calm");
    for (redirection, reason) in [
        (String::new(), "Bad file descriptor"),
        (format!("3< {}", folder.file()), "the descriptor is open for reading only"),
    ] {
        let run = export_from(&sandbox, &format!("{JANUARY} -o /dev/fd/3"));
        let output = in_shell(&run, &["sh"], &format!("BRAZE {redirection}"));
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(
            stderr.starts_with(&format!("error: cannot write /dev/fd/3: {reason}")),
            "{stderr}"
        );
    }
    assert_eq!(sandbox.request_count(), 0);
}

#[test]
fn symbolic_links_stay_and_their_target_is_replaced_or_created() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("data")).unwrap();
    fs::write(path("data/old.csv"), OLD).unwrap();
    symlink("data/old.csv", path("old.csv")).unwrap();
    symlink("data/new.csv", path("new.csv")).unwrap();
    symlink("new.csv", path("second.csv")).unwrap();
    symlink(path("data/absolute.csv"), path("absolute.csv")).unwrap();
    let rows = export(JANUARY).run().stdout().to_owned();
    for (link, target) in [
        ("old.csv", "data/old.csv"),
        ("second.csv", "data/new.csv"),
        ("absolute.csv", "data/absolute.csv"),
    ] {
        let run = export(&format!("{JANUARY} -o {}", path(link).display())).run();
        assert_eq!(run.code(), Some(0), "{run}");
        assert!(fs::symlink_metadata(path(link)).unwrap().is_symlink());
        assert!(fs::symlink_metadata(path(target)).unwrap().is_file());
        assert_eq!(read(&path(target)), rows);
    }
    let mut left = names(&path("data"));
    left.sort();
    assert_eq!(left, ["absolute.csv", "new.csv", "old.csv"]);
}

/// A run that is refused before anything is sent.
fn refused(file: &str) -> Transcript {
    let sandbox = sandbox("name: calm");
    let run = export_from(&sandbox, &format!("{JANUARY} -o {file}")).run();
    assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
    assert_eq!(sandbox.request_count(), 0, "{run}");
    run
}

#[test]
fn a_place_that_cannot_be_written_is_refused_before_anything_is_sent() {
    let folder = Folder::with_old("old.csv");
    let path = |name: &str| folder.folder.path().join(name);
    fs::create_dir(path("folder")).unwrap();
    fs::create_dir(path("blocked.csv.part")).unwrap();
    symlink("b", path("a")).unwrap();
    symlink("a", path("b")).unwrap();
    symlink("nowhere/x.csv", path("dangling.csv")).unwrap();
    for (name, file) in [
        ("folder", "folder"),
        ("new_folder", "new/"),
        ("missing_folder", "missing/x.csv"),
        ("file_as_folder", "old.csv/x.csv"),
        ("link_loop", "a"),
        ("link_to_missing_folder", "dangling.csv"),
        ("folder_as_part", "blocked.csv"),
    ] {
        let run = refused(&format!("{}/{file}", folder.folder.path().display()));
        let text = run.stderr().replace(folder.folder.path().to_str().unwrap(), "[folder]");
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("export_place_{name}"), text);
        });
    }
    fs::set_permissions(&folder.file, Permissions::from_mode(0o444)).unwrap();
    // To root, permissions mean nothing.
    if OpenOptions::new().append(true).open(&folder.file).is_err() {
        let run = refused(folder.file());
        assert!(run.stderr().ends_with("tip: make it writable, or name another file\n"), "{run}");
    }
    let run = refused("/proc/sessions.csv");
    assert!(run.stderr().contains("cannot create a file in the folder /proc: "), "{run}");
    assert_eq!(read(&folder.file), OLD);
}

/// A run in which `mount`, a command, has changed the file system for it alone. `None`: no test may do that
/// here.
fn mounted(folder: &Folder, mount: &str, file: &str) -> Option<Output> {
    let sandbox = sandbox("name: calm");
    let run = export_from(&sandbox, &format!("{JANUARY} -o {file}"));
    let script = format!("cd '{}' && {mount} || exit 77; BRAZE", folder.folder.path().display());
    let output = in_shell(&run, &["unshare", "-rm", "sh"], &script);
    let stderr = String::from_utf8_lossy(&output.stderr);
    // Not every machine lets its users do that.
    if output.status.code() == Some(77) || stderr.starts_with("unshare: ") {
        return None;
    }
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert_eq!(sandbox.request_count(), 0, "{stderr}");
    Some(output)
}

#[test]
fn a_file_that_cannot_be_replaced_is_refused_before_anything_is_sent() {
    let folder = Folder::with_old("sessions.csv");
    fs::write(folder.folder.path().join("other"), OLD).unwrap();
    let mount = "mount --bind other sessions.csv";
    if let Some(output) = mounted(&folder, mount, folder.file()) {
        let stderr = String::from_utf8(output.stderr).unwrap();
        let text = stderr.replace(folder.folder.path().to_str().unwrap(), "[folder]");
        assert_transcript!("export_place_mounted", text);
    }
    let mount = "mount --bind -o ro . . && cd .";
    if let Some(output) =
        mounted(&folder, mount, &format!("{}/new.csv", folder.folder.path().display()))
    {
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(stderr.contains("cannot create a file in the folder "), "{stderr}");
    }
    assert_eq!(read(&folder.file), OLD);
    assert_eq!(names(folder.folder.path()).len(), 2);
}
