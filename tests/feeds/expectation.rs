//! What a file of feedparser's tests expects: a line of Python in a comment
//! at its top, such as
//! `Expect: not bozo and entries[0]['title'] == 'Example'`.

/// What is expected of one item's title, link or date.
#[derive(Debug, PartialEq)]
pub(crate) struct Expected {
    pub(crate) item: usize,
    pub(crate) field: Field,
    pub(crate) value: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Field {
    Title,
    Link,
    Published,
    Updated,
}

/// The address that the file is served from, as its own header says.
pub(crate) fn base(text: &str) -> String {
    header(text, "Content-Location: ")
        .filter(|url| url.starts_with("http"))
        .unwrap_or("http://127.0.0.1:8097/tests/wellformed/feed.xml")
        .to_owned()
}

fn header<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let line = text
        .lines()
        .take(12)
        .find(|line| line.starts_with("Header:"))?;
    Some(line.split_once(name)?.1.trim())
}

/// What the file expects of titles, links and dates of items.
pub(crate) fn expected(text: &str) -> Vec<Expected> {
    let Some(line) = text
        .lines()
        .take(12)
        .find(|line| line.starts_with("Expect:"))
    else {
        return Vec::new();
    };
    line.split("entries[").skip(1).filter_map(one).collect()
}

/// `0]['title'] == 'Example' and …`
fn one(text: &str) -> Option<Expected> {
    let (item, rest) = text.split_once("]['")?;
    let (field, rest) = rest.split_once("']")?;
    let value = rest.trim_start().strip_prefix("==")?.trim_start();
    let field = match field {
        "title" => Field::Title,
        "link" => Field::Link,
        "published_parsed" => Field::Published,
        "updated_parsed" => Field::Updated,
        _ => return None,
    };
    let value = if let Some(tuple) = value.strip_prefix('(') {
        date(tuple.split_once(')')?.0)?
    } else {
        literal(value.strip_prefix('u').unwrap_or(value))?
    };
    Some(Expected {
        item: item.parse().ok()?,
        field,
        value,
    })
}

/// Python's `(2004, 1, 1, 19, 48, 21, 3, 1, 0)` as RFC 3339.
fn date(tuple: &str) -> Option<String> {
    let numbers: Vec<u32> = tuple
        .split(',')
        .map(|number| number.trim().parse())
        .collect::<Result<_, _>>()
        .ok()?;
    let [year, month, day, hour, minute, second, ..] = numbers[..] else {
        return None;
    };
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
    ))
}

/// A string in quotes.
fn literal(text: &str) -> Option<String> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let mut value = String::new();
    let mut rest = text[1..].chars();
    loop {
        match rest.next()? {
            '\\' => {
                let code = match rest.next()? {
                    'x' => 2,
                    'u' => 4,
                    'n' => {
                        value.push('\n');
                        continue;
                    }
                    other => {
                        value.push(other);
                        continue;
                    }
                };
                let digits: String = rest.by_ref().take(code).collect();
                value.push(char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?);
            }
            end if end == quote => return Some(value),
            other => value.push(other),
        }
    }
}

#[test]
fn expectations_are_understood() {
    let text = "<!--\nHeader: Content-Location: http://example.com/\nExpect: not bozo and entries[0]['title'] == u'a \\'b\\' \\u00e9' and entries[1]['updated_parsed'] == (2004, 1, 1, 19, 48, 21, 3, 1, 0)\n-->";
    let all = expected(text);
    assert_eq!(all[0].value, "a 'b' é");
    assert_eq!(
        (all[1].item, all[1].value.as_str()),
        (1, "2004-01-01T19:48:21Z")
    );
    assert_eq!(base(text), "http://example.com/");
}
