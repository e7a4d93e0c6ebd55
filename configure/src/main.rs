//! The configurator in a browser; `newsrail_configure` has all of it.

#[cfg(target_arch = "wasm32")]
fn main() {
    newsrail_configure::app::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The configurator runs in a browser: make serve");
}
