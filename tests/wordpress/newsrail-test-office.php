<?php
/**
 * What the tests of the WordPress plugin do behind its back.
 *
 * A must-use plugin beside newsrail-test.php, with further open routes:
 *
 *   POST /newsrail-test/v1/install  {"zip": path below WordPress's folder}
 *                                   -> the plugin in it, installed and active
 *   POST /newsrail-test/v1/unpack   {"zip": …} -> unpacked, without asking whether it may run here
 *   POST /newsrail-test/v1/force    -> active, whatever WordPress thinks of its requirements
 *   POST /newsrail-test/v1/close    {"closed": bool} -> the REST API shut to visitors, as hardening plugins do it
 *   POST /newsrail-test/v1/views    {"by": "koko-1" | "koko-2" | "wpp" | "wpp-total", "views": {slug: number}}
 *                                   -> counts of today in tables as those plugins make them, and none elsewhere
 *   POST /newsrail-test/v1/write    {"content": string} -> the address of a post with that content
 *   POST /newsrail-test/v1/traces   -> all that bears newsrail's name in database and files
 */

namespace Newsrail_Test;

const CLOSED = 'newsrail_rest_closed';
const OWN    = array( 'newsrail_snippet', 'newsrail_rest_replies', 'newsrail_flood', CLOSED );
const ENTRY  = 'newsrail/newsrail.php';

add_action(
	'rest_api_init',
	function () {
		$routes = array(
			'/install' => fn( $request ) => install( $request['zip'] ),
			'/unpack'  => fn( $request ) => unpack_zip( $request['zip'] ),
			'/force'   => fn() => update_option( 'active_plugins', array( ENTRY ) ),
			'/close'   => fn( $request ) => update_option( CLOSED, (int) $request['closed'] ),
			'/views'   => fn( $request ) => views( $request['by'], $request['views'] ),
			'/write'   => fn( $request ) => write( $request['content'] ),
			'/traces'  => fn() => traces(),
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
	'rest_authentication_errors',
	function ( $result ) {
		$is_own = false !== strpos( $GLOBALS['wp']->query_vars['rest_route'] ?? '', 'newsrail-test' );
		if ( ! get_option( CLOSED ) || is_user_logged_in() || $is_own ) {
			return $result;
		}
		return new \WP_Error( 'rest_closed', 'Only for those who are logged in.', array( 'status' => 401 ) );
	}
);

/** Installs a zip as the upload form does, and activates what is in it. */
function install( $zip ) {
	require_once ABSPATH . 'wp-admin/includes/admin.php';
	require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
	$skin = new \Automatic_Upgrader_Skin();
	// A refused zip has null for an answer, and its reason among the messages.
	if ( true !== ( new \Plugin_Upgrader( $skin ) )->install( ABSPATH . $zip ) ) {
		return new \WP_Error( 'install', implode( ' ', $skin->get_upgrade_messages() ), array( 'status' => 500 ) );
	}
	$refusal = activate_plugin( ENTRY );
	return null === $refusal ? true : $refusal;
}

/** Unpacks a zip among the plugins. */
function unpack_zip( $zip ) {
	require_once ABSPATH . 'wp-admin/includes/admin.php';
	WP_Filesystem();
	return unzip_file( ABSPATH . $zip, WP_PLUGIN_DIR );
}

/** Counts in the tables of another plugin, whose columns are those of its own set-up. */
function views( $by, $views ) {
	global $wpdb;
	$tables = array( 'popularpostssummary', 'popularpostsdata', 'koko_analytics_post_stats', 'koko_analytics_paths' );
	foreach ( $tables as $table ) {
		$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}$table" );
	}
	$columns = array(
		'wpp'       => array( 'popularpostssummary', 'ID bigint(20) NOT NULL AUTO_INCREMENT, postid bigint(20) NOT NULL, pageviews bigint(20) NOT NULL DEFAULT 1, view_date date NOT NULL, view_datetime datetime NOT NULL, PRIMARY KEY (ID)' ),
		'wpp-total' => array( 'popularpostsdata', 'postid bigint(20) NOT NULL, day datetime NOT NULL, last_viewed datetime NOT NULL, pageviews bigint(20) DEFAULT 1, PRIMARY KEY (postid)' ),
		'koko-1'    => array( 'koko_analytics_post_stats', 'date DATE NOT NULL, id BIGINT UNSIGNED NOT NULL, visitors INT UNSIGNED NOT NULL DEFAULT 0, pageviews INT UNSIGNED NOT NULL DEFAULT 0, PRIMARY KEY (date, id)' ),
		'koko-2'    => array( 'koko_analytics_post_stats', 'date DATE NOT NULL, path_id INT UNSIGNED NOT NULL, post_id INT UNSIGNED, visitors INT UNSIGNED NOT NULL DEFAULT 0, pageviews INT UNSIGNED NOT NULL DEFAULT 0, PRIMARY KEY (date, path_id)' ),
	);
	if ( isset( $columns[ $by ] ) ) {
		list( $table, $made ) = $columns[ $by ];
		$wpdb->query( "CREATE TABLE {$wpdb->prefix}$table ($made)" );
		foreach ( $views as $slug => $count ) {
			$post = get_page_by_path( $slug, OBJECT, 'post' )->ID;
			// An older row counts no more; with a total there is one row for each post.
			$days = 'wpp-total' === $by ? array( 0 => $count ) : array( 0 => $count, 40 => 100000 );
			foreach ( $days as $ago => $number ) {
				$day = wp_date( 'Y-m-d', time() - $ago * DAY_IN_SECONDS );
				$row = array(
					'wpp'       => array( 'postid' => $post, 'pageviews' => $number, 'view_date' => $day, 'view_datetime' => "$day 12:00:00" ),
					'wpp-total' => array( 'postid' => $post, 'day' => "$day 12:00:00", 'last_viewed' => "$day 12:00:00", 'pageviews' => $number ),
					'koko-1'    => array( 'date' => $day, 'id' => $post, 'visitors' => 1, 'pageviews' => $number ),
					// A path has a number of its own.
					'koko-2'    => array( 'date' => $day, 'path_id' => 5000 + $post, 'post_id' => $post, 'visitors' => 1, 'pageviews' => $number ),
				);
				$wpdb->insert( $wpdb->prefix . $table, $row[ $by ] );
			}
		}
	}
	// What is kept of counts would be asked again only after a quarter of an hour.
	delete_transient( 'newsrail_counts' );
	return $wpdb->last_error ? new \WP_Error( 'views', $wpdb->last_error, array( 'status' => 500 ) ) : true;
}

/** Publishes a post; returns its address. */
function write( $content ) {
	return get_permalink(
		wp_insert_post(
			wp_slash(
				array(
					'post_title'    => 'A post of the test\'s own',
					'post_content'  => $content,
					'post_status'   => 'publish',
					'post_category' => array( get_terms( array( 'taxonomy' => 'category', 'fields' => 'ids', 'orderby' => 'count', 'order' => 'DESC' ) )[0] ),
				)
			)
		)
	);
}

/** What bears newsrail's name, but for what the tests have put there. */
function traces() {
	global $wpdb;
	$found = array();
	$places = array( 'options' => 'option_name', 'usermeta' => 'meta_key', 'postmeta' => 'meta_key', 'termmeta' => 'meta_key' );
	foreach ( $places as $table => $column ) {
		foreach ( $wpdb->get_col( "SELECT $column FROM {$wpdb->prefix}$table WHERE $column LIKE '%newsrail%'" ) as $name ) {
			if ( ! in_array( $name, OWN, true ) ) {
				$found[] = "$table: $name";
			}
		}
	}
	foreach ( array( 'active_plugins', 'uninstall_plugins', 'cron' ) as $option ) {
		if ( false !== strpos( wp_json_encode( get_option( $option ) ), 'newsrail' ) ) {
			$found[] = "in option $option";
		}
	}
	foreach ( $wpdb->get_col( 'SHOW TABLES' ) as $table ) {
		if ( false !== strpos( $table, 'newsrail' ) ) {
			$found[] = "table $table";
		}
	}
	foreach ( array( WP_PLUGIN_DIR, WP_CONTENT_DIR, WP_CONTENT_DIR . '/languages/plugins', wp_upload_dir()['basedir'] ) as $folder ) {
		foreach ( (array) glob( "$folder/*newsrail*" ) as $path ) {
			$found[] = 'file ' . str_replace( ABSPATH, '', $path );
		}
	}
	return $found;
}
