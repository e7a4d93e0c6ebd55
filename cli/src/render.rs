//! `newsrail render`: writes the lists into pages, so that they are there before any
//! program is.

mod about;
mod choose;
mod item;
mod list;
mod meta;
mod page;
mod place;
mod renderer;
mod rewrite;
mod scan;
mod site;
mod sources;
mod space;
mod style;
mod tally;
mod texts;
mod walk;

use crate::files::{Written, write_if_new};
use crate::out::tell;
use crate::{Failure, input, rank::progress};
use rayon::prelude::*;
use renderer::Renderer;
use site::Site;
use sources::Sources;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use tally::Tally;
use texts::Texts;
use walk::File;

/// The attribute of what this command writes. The loader and the program know it
/// (web/host/document.js).
const MARK: &str = "data-newsrail";

/// What a shell expects of a command that was interrupted.
const INTERRUPTED: u8 = 130;

/// Write the lists into pages, as links that stand there before any program does
///
/// Popular and More like this are written into their elements, and before a script tag
/// that places them. A second run replaces what the first has written; a page that
/// comes out the same is not written again. What a page's author wrote stays.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Folders of pages, and pages; - for a page from the standard input, which is
    /// written to the standard output
    #[arg(required = true)]
    pages: Vec<PathBuf>,
    /// A feed's address or file, or one article a line (.jsonl), in place of the feeds
    /// that the pages name; several are read as one
    #[arg(long, value_name = "FEED")]
    feed: Vec<String>,
    /// The address that a folder is at; of a page named by itself, the page's own
    #[arg(long, value_name = "URL", value_parser = site::web_address)]
    base: Option<String>,
    /// Write lists into declarative shadow roots, where no style of the page reaches
    /// them
    #[arg(long)]
    shadow: bool,
}

/// Where a list is written.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    /// Among the page's own elements.
    Light,
    /// In a declarative shadow root.
    Shadow,
}

impl Args {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let site = Site::new(self.base.as_deref(), &self.pages);
        let renderer = Renderer {
            sources: Sources::new(&site, &self.feed)?,
            texts: Texts::new()?,
            mode: if self.shadow {
                Mode::Shadow
            } else {
                Mode::Light
            },
            now: input::now(),
        };
        if self.pages.iter().any(|page| page == Path::new("-")) {
            if self.pages.len() > 1 {
                return Err("the standard input stands by itself".into());
            }
            return renderer.pipe(self.base.as_deref().unwrap_or_default());
        }
        let mut files = Vec::new();
        let mut links = 0;
        for page in &self.pages {
            let failed = |error: io::Error| format!("{}: {error}", page.display());
            let kind = fs::metadata(page).map_err(failed)?;
            if kind.is_dir() {
                links += walk::walk(page, "", &mut files).map_err(failed)?;
            } else {
                files.push(File {
                    path: page.clone(),
                    place: String::new(),
                });
            }
        }
        renderer.files(&files, links, self.base.as_deref())
    }
}

impl Renderer<'_> {
    /// The page on the standard input to the standard output.
    fn pipe(&self, url: &str) -> Result<ExitCode, Failure> {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        let rendered = self.page(&bytes, url);
        let mut out = io::stdout().lock();
        out.write_all(rendered.html.as_ref().unwrap_or(&bytes))?;
        out.flush()?;
        rendered.said.iter().for_each(|said| tell(said));
        if let Some(why) = rendered.failed {
            return Err(format!("the page stays as it was: {why}").into());
        }
        Ok(match rendered.unknown {
            0 => ExitCode::SUCCESS,
            _ => ExitCode::FAILURE,
        })
    }

    /// Each of these files.
    fn files(&self, files: &[File], links: usize, base: Option<&str>) -> Result<ExitCode, Failure> {
        static STOPS: AtomicBool = AtomicBool::new(false);
        // A page that is being written is finished. Whoever asks twice does not wait.
        ctrlc::set_handler(|| {
            if STOPS.swap(true, Ordering::Relaxed) {
                std::process::exit(INTERRUPTED.into());
            }
        })?;
        let bar = progress(files.len());
        let tally = files
            .par_iter()
            .filter(|_| !STOPS.load(Ordering::Relaxed))
            .map(|file| {
                let tally = self.file(file, base);
                bar.inc(1);
                tally
            })
            .reduce(Tally::default, Tally::and);
        bar.finish_and_clear();
        tally.tell(links);
        if STOPS.load(Ordering::Relaxed) {
            let (done, all) = (tally.pages, files.len());
            tell(&format!(
                "interrupted: {done} of {all} pages are done, the others are as they were"
            ));
            return Ok(INTERRUPTED.into());
        }
        let failed = tally.failed.len();
        if failed > 0 {
            return Err(format!("pages that stay as they were: {failed}").into());
        }
        if tally.unknown > 0 {
            let unknown = tally.unknown;
            return Err(format!("lists that stay as they were, without a feed: {unknown}").into());
        }
        Ok(ExitCode::SUCCESS)
    }

    fn file(&self, file: &File, base: Option<&str>) -> Tally {
        let url = base.map_or_else(String::new, |base| match file.place.as_str() {
            "" => base.to_owned(),
            place => walk::address(base, place),
        });
        let done = self.render_file(&file.path, &url);
        done.unwrap_or_else(|error| Tally::failed(&file.path, error.to_string()))
    }

    fn render_file(&self, path: &Path, url: &str) -> io::Result<Tally> {
        if fs::symlink_metadata(path)?.is_symlink() {
            return Ok(Tally::failed(
                path,
                "a symbolic link, and nothing is written through one".to_owned(),
            ));
        }
        let bytes = fs::read(path)?;
        let rendered = self.page(&bytes, url);
        let written = match &rendered.html {
            None => Written::Same,
            Some(html) => {
                let folder = path.parent().filter(|folder| *folder != Path::new(""));
                // That of a bare name is the present one.
                let folder = folder.unwrap_or(Path::new("."));
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                write_if_new(folder, &name, html)?
            }
        };
        Ok(Tally::of(path, rendered, written != Written::Same))
    }
}
