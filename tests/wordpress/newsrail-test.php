<?php
/**
 * What turns a fresh WordPress into the newspaper that the tests visit.
 *
 * Loaded as a must-use plugin. Its four routes are open to anyone, which is
 * right only for a site that listens on this machine for as long as a test runs:
 *
 *   POST /newsrail-test/v1/seed     a JSON Feed          -> posts, authors, terms, pictures
 *   POST /newsrail-test/v1/links    {"pretty": bool}     -> pretty or plain permalinks
 *   POST /newsrail-test/v1/snippet  {"html": string}     -> put after every single post
 *   POST /newsrail-test/v1/replies  {"rest", "moderated", "login", "closed", "flood": bool}
 *                                   -> none are left, and new ones are taken in that way
 */

namespace Newsrail_Test;

// The site has one PHP process: a request that it made to itself would wait for
// itself, and one to the outside would wait for a network that a test has not.
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );

// A browser without an emoji font would fetch pictures of them from outside.
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );

// The theme would fetch a picture of everyone who comments from outside.
add_filter( 'pre_option_show_avatars', '__return_zero' );

const SNIPPET      = 'newsrail_snippet';
const ANONYMOUS    = 'newsrail_rest_replies';
const FLOOD        = 'newsrail_flood';
const PICTURES     = 12;
const STICKY       = 'a-post-that-sticks';
const PROTECTED_BY = 'a-post-behind-a-password';
const MARKED_UP    = 'a-title-with-markup';

add_action(
	'rest_api_init',
	function () {
		$routes = array(
			'/seed'    => fn( $request ) => seed( $request->get_json_params() ),
			'/links'   => fn( $request ) => links( (bool) $request['pretty'] ),
			'/snippet' => fn( $request ) => update_option( SNIPPET, (string) $request['html'] ),
			'/replies' => fn( $request ) => replies( $request->get_json_params() ),
		);
		foreach ( $routes as $path => $callback ) {
			register_rest_route(
				'newsrail-test/v1',
				$path,
				array(
					'methods'             => 'POST',
					'callback'            => $callback,
					'permission_callback' => '__return_true',
				)
			);
		}
	}
);

add_filter(
	'the_content',
	function ( $content ) {
		$in_a_post = is_singular( 'post' ) && in_the_loop() && is_main_query();
		return $in_a_post ? $content . get_option( SNIPPET, '' ) : $content;
	},
	// After everything that WordPress does to the author's text: a snippet of the
	// publisher's comes from a template, which no filter rewrites.
	99
);

// Off by default, and then the REST API takes comments from nobody without an account.
add_filter( 'rest_allow_anonymous_comments', fn() => (bool) get_option( ANONYMOUS ) );

// How quick a test writes depends on the machine: a second comment is a flood or not as it says.
add_filter( 'comment_flood_filter', fn() => (bool) get_option( FLOOD ), 99 );

/** Takes all comments away and sets how the next ones are taken. */
function replies( $ways ) {
	foreach ( get_comments( array( 'fields' => 'ids', 'status' => 'any' ) ) as $id ) {
		wp_delete_comment( $id, true );
	}
	update_option( ANONYMOUS, (int) $ways['rest'] );
	update_option( FLOOD, (int) $ways['flood'] );
	update_option( 'comment_moderation', (int) $ways['moderated'] );
	update_option( 'comment_registration', (int) $ways['login'] );
	// Or a reader's first comment would be held whatever is set.
	update_option( 'comment_previously_approved', 0 );
	foreach ( get_posts( array( 'numberposts' => -1 ) ) as $post ) {
		$status = $ways['closed'] ? 'closed' : 'open';
		if ( $status !== $post->comment_status ) {
			wp_update_post( array( 'ID' => $post->ID, 'comment_status' => $status ) );
		}
	}
	return true;
}

/** Pretty permalinks or plain ones, under which the REST root is `/?rest_route=/`. */
function links( $pretty ) {
	global $wp_rewrite;
	$wp_rewrite->set_permalink_structure( $pretty ? '/%year%/%monthnum%/%postname%/' : '' );
	flush_rewrite_rules( false );
	return $pretty;
}

/** Replaces the sample posts with those of a JSON Feed and three awkward ones. */
function seed( $feed ) {
	require_once ABSPATH . 'wp-admin/includes/image.php';
	foreach ( get_posts( array( 'numberposts' => -1, 'post_type' => 'any' ) ) as $post ) {
		wp_delete_post( $post->ID, true );
	}
	update_option( 'blogname', $feed['title'] );
	// Local time differs from GMT for part of the year, as it does for most papers.
	update_option( 'timezone_string', 'Europe/London' );
	// A date that this machine's clock has not reached would be kept back otherwise.
	add_filter(
		'wp_insert_post_data',
		fn( $data ) => array_merge( $data, 'future' === $data['post_status'] ? array( 'post_status' => 'publish' ) : array() )
	);
	// One write of the counts at the end in place of one for each post and term.
	wp_defer_term_counting( true );
	$pictures = 0;
	$posts    = array();
	foreach ( $feed['items'] as $item ) {
		$id = post( $item );
		if ( ! empty( $item['image'] ) && $pictures < PICTURES ) {
			picture( $id, $item );
			++$pictures;
		}
		$posts[] = $id;
	}
	foreach ( awkward( $feed['items'] ) as $item ) {
		$id = post( $item );
		if ( STICKY === $item['id'] ) {
			stick_post( $id );
		}
		$posts[] = $id;
	}
	wp_defer_term_counting( false );
	return array(
		'posts'    => count( $posts ),
		'pictures' => $pictures,
	);
}

/** Three posts that a news site has sooner or later and a reader of its API trips over. */
function awkward( $items ) {
	$newest = end_of( $items, 'max' );
	$plain  = array(
		'summary'      => 'What the front page says of it.',
		'content_html' => '<p>What the post itself says.</p>',
		'authors'      => $items[0]['authors'],
		'tags'         => array(),
		'_newsrail'    => array( 'section' => $items[0]['_newsrail']['section'] ),
	);
	return array(
		$plain + array(
			'id'             => MARKED_UP,
			'title'          => 'Fish &amp; chips: <em>really</em> "best" – caf&eacute;',
			'date_published' => gmdate( DATE_ATOM, $newest + HOUR_IN_SECONDS ),
		),
		$plain + array(
			'id'             => PROTECTED_BY,
			'title'          => 'Minutes of the editors’ meeting',
			'date_published' => gmdate( DATE_ATOM, $newest + 2 * HOUR_IN_SECONDS ),
		),
		$plain + array(
			'id'             => STICKY,
			'title'          => 'How to send us a letter',
			'date_published' => gmdate( DATE_ATOM, end_of( $items, 'min' ) - DAY_IN_SECONDS ),
		),
	);
}

/** The time of the newest (`max`) or the oldest (`min`) of the items. */
function end_of( $items, $which ) {
	return $which( array_map( 'strtotime', array_column( $items, 'date_published' ) ) );
}

/** One post from one item; returns its number. */
function post( $item ) {
	// WordPress knows one author for a post, so the others of a joint byline are left out.
	$author = $item['authors'][0];
	$id     = wp_insert_post(
		// WordPress takes slashes off whatever it is given, as if it came from a form.
		wp_slash(
			array(
				'post_name'     => $item['id'],
				'post_title'    => $item['title'],
				'post_excerpt'  => $item['summary'] ?? '',
				'post_content'  => $item['content_html'],
				'post_date_gmt' => gmdate( 'Y-m-d H:i:s', strtotime( $item['date_published'] ) ),
				'post_status'   => 'publish',
				'post_author'   => author( $author['name'], $author['url'] ?? '' ),
				'post_password' => PROTECTED_BY === $item['id'] ? 'press' : '',
				'post_category' => array( category( $item['_newsrail']['section'] ) ),
				'tags_input'    => $item['tags'],
			)
		),
		true
	);
	if ( is_wp_error( $id ) ) {
		wp_die( esc_html( $item['id'] . ': ' . $id->get_error_message() ) );
	}
	return $id;
}

/** The user of that display name, made when missing. */
function author( $name, $url ) {
	$login = sanitize_title( $name );
	$user  = get_user_by( 'login', $login );
	return $user ? $user->ID : wp_insert_user(
		array(
			'user_login'   => $login,
			'user_pass'    => wp_generate_password(),
			'user_url'     => $url,
			'display_name' => $name,
			'role'         => 'author',
		)
	);
}

/** The category of that name, made when missing. */
function category( $name ) {
	$term = term_exists( $name, 'category' );
	return (int) ( $term ? $term : wp_insert_term( $name, 'category' ) )['term_id'];
}

/** A featured picture in all the sizes that WordPress cuts: it takes no SVG, so one is painted. */
function picture( $post, $item ) {
	$upload = wp_upload_dir();
	$file   = $upload['path'] . '/' . $item['id'] . '.jpg';
	paint( $file, crc32( $item['id'] ) );
	$id = wp_insert_attachment(
		array(
			'post_title'     => $item['id'],
			'post_mime_type' => 'image/jpeg',
			'post_status'    => 'inherit',
		),
		$file,
		$post
	);
	wp_update_attachment_metadata( $id, wp_generate_attachment_metadata( $id, $file ) );
	update_post_meta( $id, '_wp_attachment_image_alt', wp_slash( $item['_newsrail']['image_alt'] ?? '' ) );
	set_post_thumbnail( $post, $id );
}

/** Bands of colour, other ones for each seed, so that a screenshot shows which is which. */
function paint( $file, $seed ) {
	list( $width, $height, $bands ) = array( 1200, 675, 9 );
	$image = imagecreatetruecolor( $width, $height );
	for ( $band = 0; $band < $bands; $band++ ) {
		$shade = intdiv( 255 * $band, $bands );
		$color = imagecolorallocate( $image, ( $seed & 255 ) ^ $shade, ( $seed >> 8 ) & 255, ( $seed >> 16 ) & 255 );
		imagefilledrectangle( $image, 0, intdiv( $height * $band, $bands ), $width, $height, $color );
	}
	imagejpeg( $image, $file, 60 );
}
