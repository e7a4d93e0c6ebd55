//! What Leptos's server functions use of the crate `wasm-streams`, in place of
//! it. That crate exports JavaScript classes, and what a crate exports no linker
//! may drop: four kilobytes of every bundle, though newsrail has no server
//! functions. Here nothing is exported, so what nobody calls is not linked.

use futures_util::stream::{Stream, StreamExt, unfold};
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::ReadableStreamDefaultReader;

/// A stream of JavaScript's.
#[derive(Debug)]
pub struct ReadableStream {
    raw: web_sys::ReadableStream,
}

impl ReadableStream {
    /// A stream that JavaScript gave.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self { raw }
    }

    /// A stream for JavaScript, which asks for one item at a time. An `Err` ends it.
    ///
    /// # Panics
    /// Where the browser has no `ReadableStream`.
    pub fn from_stream(stream: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        type Items = Pin<Box<dyn Stream<Item = Result<JsValue, JsValue>>>>;
        let items: Rc<RefCell<Option<Items>>> = Rc::new(RefCell::new(Some(Box::pin(stream))));
        let pull = Closure::<dyn FnMut(JsValue) -> Promise>::new(move |controller: JsValue| {
            let items = Rc::clone(&items);
            future_to_promise(async move {
                // Nothing is pulled before the Promise of the last pull is settled.
                let Some(mut left) = items.borrow_mut().take() else {
                    return Ok(JsValue::UNDEFINED);
                };
                match left.next().await {
                    Some(Ok(item)) => {
                        items.borrow_mut().replace(left);
                        call(&controller, "enqueue", &item)
                    }
                    Some(Err(error)) => Err(error),
                    None => call(&controller, "close", &JsValue::UNDEFINED),
                }
            })
        });
        let source = Object::new();
        Reflect::set(&source, &"pull".into(), &pull.into_js_value())
            .expect("a new object takes fields");
        let raw = web_sys::ReadableStream::new_with_underlying_source(&source)
            .expect("this browser has streams");
        Self { raw }
    }

    /// The stream as JavaScript has it.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.raw
    }

    /// What comes out of it, until it ends or fails.
    ///
    /// # Panics
    /// Where somebody else reads it already.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        let reader: ReadableStreamDefaultReader = self.raw.get_reader().unchecked_into();
        unfold(Some(reader), |reader| async {
            let reader = reader?;
            match JsFuture::from(reader.read()).await {
                Ok(result) => {
                    let field = |name: &str| Reflect::get(&result, &name.into());
                    let done = field("done").is_ok_and(|done| done.is_truthy());
                    (!done).then(|| (field("value"), Some(reader)))
                }
                Err(error) => Some((Err(error), None)),
            }
        })
    }
}

fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    function.call1(object, argument)
}
