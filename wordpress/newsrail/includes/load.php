<?php
/**
 * Brings in the plugin, once it is known that the server can run it.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

foreach ( array( 'choices', 'settings', 'counts', 'links', 'space', 'elements', 'script', 'blocks', 'shortcodes', 'under-posts' ) as $part ) {
	require_once __DIR__ . "/$part.php";
}
if ( is_admin() ) {
	require_once __DIR__ . '/status.php';
	require_once __DIR__ . '/settings-fields.php';
	require_once __DIR__ . '/settings-page.php';
}

/**
 * Makes translations known that come with the plugin.
 */
function load_translations(): void {
	load_plugin_textdomain( 'newsrail', false, dirname( plugin_basename( NEWSRAIL_FILE ) ) . '/languages' );
}
// Before the blocks, which have titles.
add_action( 'init', __NAMESPACE__ . '\load_translations', 1 );
